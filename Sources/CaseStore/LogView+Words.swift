// What a leaf's detail says, in plain words.
import Cryptography

extension LogView {
    /// What was done, as a data-protection officer would say it.
    ///
    /// - Parameter name: the name of the account that a handle stands for.
    static func words(_ detail: CanonicalValue, name: (String) -> String) -> String {
        let act = detail["act"]?.text ?? ""
        let event = detail["event"]?.text ?? ""
        let fields = (detail["fields"]?.list ?? []).compactMap(\.text)
        let given = fields.isEmpty ? "" : ", giving " + fields.joined(separator: ", ")
        return switch act {
        case "add": "added it\(given)"
        case "record": "recorded \(detail["rule"]?.text ?? "an event") as \(event)\(given)"
        case "approve": "approved \(event)"
        case "supply": "supplied to \(event)\(given)"
        case "correct": "struck \(event)"
        case "show": "opened it"
        case "history": "read its history"
        case "next": "asked what may be recorded next"
        case "due": "asked what is due"
        case "follow": "changed by what followed from another record"
        case "export": "wrote it out"
        case "import": "took it in from a file"
        case "figures": "counted the figures as at \(detail["asAt"]?.text ?? "a day")"
        case "accounts": "read the list of accounts"
        case "audit log": "read the audit log"
        case "audit export": "wrote the audit log out"
        case "rank", "acting", "role", "cover", "rank taken back", "acting taken back", "role taken back",
            "cover taken back":
            appointment(act, detail, name)
        case "found": "made the store"
        case "reason": "because: \(detail["reason"]?.text ?? "")"
        case "work on": "went on to other work"
        case "clock-set-back": "found the clock set back by \((detail["by"]?.number ?? 0) / 1_000) seconds"
        case "sign-in": "could not sign in: \(detail["count"]?.number ?? 1) failed attempts"
        default: act
        }
    }

    /// Which appointment was made or taken back, of whom, and for which days.
    private static func appointment(_ act: String, _ detail: CanonicalValue, _ name: (String) -> String) -> String {
        let value = detail["value"]?.text ?? ""
        let from = detail["from"]?.text.map { " from \($0)" } ?? ""
        let until = detail["until"]?.text.map { " until \($0)" } ?? ""
        let whom = detail["own"]?.number == 1 ? "themselves" : name(detail["account"]?.text ?? "")
        return "\(act) of \(whom): \(act.hasPrefix("cover") ? "for " + name(value) : value)\(from)\(until)"
    }
}
