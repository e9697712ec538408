// The detail of an entry as its reader may be told it.
import Access
import Cryptography

extension LogSight {
    /// What of a detail may be told; nil if it speaks of nothing but what is shut to the reader.
    ///
    /// Of a list of records those that are shut are left out. A detail that names a shut record, kind or rule anywhere else
    /// is not told at all: its event, its fields and its rule are those of the shut record.
    func told(_ detail: CanonicalValue) -> CanonicalValue? {
        guard case .object(var members) = detail else { return nil }
        if let act = members["act"]?.text, hides(act: act) { return nil }
        for (name, value) in members where name != "act" && name != Self.recipient {
            guard name == "records", let list = value.list else {
                if hides(value) { return nil }
                continue
            }
            let open = list.filter { !hides($0) }
            if open.isEmpty, !list.isEmpty { return nil }
            members[name] = .list(open)
        }
        return .object(members)
    }

    private func hides(_ value: CanonicalValue) -> Bool {
        switch value {
        case .flag, .number: false
        case .text(let text): hides(text)
        case .list(let values): values.contains(where: hides)
        case .object(let members): members.contains { hides($0.key) || hides($0.value) }
        }
    }

    /// The member that names who received the data: somebody's name, and no record's.
    private static let recipient = "recipient"
}
