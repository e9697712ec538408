// Looking at a record in an emergency: what `show`, `history` and `next` have in common.

import Access
import CaseStore
import Lifecycle
import Printing

extension Parameter<Bool> {
    /// `--break-glass`, of the commands that look at one record.
    static let breakGlass = flag(
        "break-glass",
        "In an emergency: past role and allocation. Needs --working-on ‘CODE: your own words’; a second person reviews it."
    )
}

extension Call {
    /// Signs in and looks at a record, in an emergency if that was said.
    func looking<Result>(
        at record: Reference, inEmergency: Bool, _ look: (CaseStore) throws -> Result
    ) throws -> (result: Result, glass: BrokenGlass?) {
        try signedIn { store in
            inEmergency ? try store.inEmergency(record, look) : (try look(store), nil)
        }
    }
}

extension Answer {
    /// The answer with what the emergency came to, if there was one, said before all else.
    func under(_ glass: BrokenGlass?) -> Answer {
        guard let glass else { return self }
        let (text, json) = (text, json)
        return Answer(glass.text + "\n" + text(), json: json().adding("emergency", glass.json), exit: exit)
    }
}

extension JSON {
    /// An object with one more member.
    fileprivate func adding(_ name: String, _ value: JSON) -> JSON {
        switch self {
        case .object(let members): .object(members + [(name, value)])
        case .null, .flag, .number, .text, .list: self
        }
    }
}

extension BrokenGlass {
    /// What the reader is told before the record.
    fileprivate var text: String {
        guard let leaf, let due else {
            return """
                No emergency access was needed: \(record.text) is open to you without it. The look is logged as any other.

                """
        }
        let shut =
            stillShut.isEmpty
            ? ""
            : "Still shut, because your keys do not open it: \(list(stillShut.map(\.words))).\n"
        return """
            EMERGENCY ACCESS to \(record.text), past \(list(past.map(\.words))).
            Entry \(leaf) of the audit log tells of it, with your reason; a second person reviews it by \(due.iso).
            \(shut)
            """
    }

    fileprivate var json: JSON {
        [
            "broken": .flag(leaf != nil), "entry": JSON(leaf), "past": JSON(past.map(\.rawValue)),
            "stillShut": JSON(stillShut.map(\.rawValue)), "reviewBy": JSON(due?.iso),
        ]
    }

    private func list(_ words: [String]) -> String {
        guard let last = words.last, words.count > 1 else { return words.first ?? "" }
        return words.dropLast().joined(separator: ", ") + " and " + last
    }
}
