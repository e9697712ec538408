// What a leaf's detail says, in plain words.
import Access
import AuditLog
import Cryptography
import Lifecycle

/// What was done, as a data-protection officer would say it: the words for every code of an act that the store writes.
enum ActWords {
    /// Of an act on what the reader may not open.
    static let shut = "an act on what is not open to this reader"
    /// Of a sign-in.
    static let signIn = "signed in"
    /// Of an act whose detail was destroyed with a person's keys.
    static let lost = "whom it was about was erased"

    /// The words for a detail.
    ///
    /// - Parameter name: the name of the account that a handle stands for.
    static func of(_ detail: CanonicalValue, _ verb: Verb, name: (String) -> String) -> String {
        let act = detail["act"]?.text ?? ""
        if verb == .denied { return denied(act, detail) }
        return casework(act, detail) ?? release(act, detail) ?? keeping(act, detail) ?? account(act, detail, name)
            ?? keys(act, detail)
            ?? unknown(act)
    }

    /// For a code that a later program wrote: it is shown, but never as though it were plain.
    static func unknown(_ act: String) -> String {
        act.isEmpty ? "did something that its entry does not name" : "did what this program has no words for (\(act))"
    }

    // MARK: - What is done with records

    private static func casework(_ act: String, _ detail: CanonicalValue) -> String? {
        let event = detail["event"]?.text ?? "an event"
        switch act {
        case "add": return "added it\(given(detail))"
        case "record": return "recorded \(detail["rule"]?.text ?? "an event") as \(event)\(given(detail))"
        case "approve": return "approved \(event)"
        case "supply": return "supplied to \(event)\(given(detail))"
        case "correct": return "struck \(event)"
        case "show": return "opened it"
        case "history": return "read its history"
        case "next": return "asked what may be recorded next"
        case "due": return "asked what is due"
        case "follow": return "changed by what followed from another record"
        case "export": return "wrote it out"
        case "import":
            return (detail["lines"]?.number).map { "took in a file of \($0) lines" } ?? "took it in from a file"
        case "import, dry run": return "tried a file of \(detail["lines"]?.number ?? 0) lines without taking it in"
        case "import, refused":
            return "tried to take in a file of \(detail["lines"]?.number ?? 0) lines, which had faults"
        case "figures":
            let known = detail["knownAt"]?.text.flatMap { $0.isEmpty ? nil : ", as known on \($0)" } ?? ""
            return "counted the figures as at \(detail["asAt"]?.text ?? "a day")\(known)"
        case "breakdowns":
            let known = detail["knownAt"]?.text.flatMap { $0.isEmpty ? nil : ", as known on \($0)" } ?? ""
            let tables = detail["tables"]?.list?.compactMap(\.text) ?? []
            return "counted \(tables.isEmpty ? "breakdowns" : tables.joined(separator: ", ")) as at "
                + "\(detail["asAt"]?.text ?? "a day")\(known)"
        default:
            if act.hasPrefix("explain ") { return "looked up which records \(act.dropFirst(8)) counts" }
            guard act.hasPrefix("list ") else { return nil }
            return "listed \(kind(act.dropFirst(5)))"
        }
    }

    private static func given(_ detail: CanonicalValue) -> String {
        let fields = (detail["fields"]?.list ?? []).compactMap(\.text)
        return fields.isEmpty ? "" : ", giving " + fields.joined(separator: ", ")
    }

    // MARK: - What is done with releases

    private static func release(_ act: String, _ detail: CanonicalValue) -> String? {
        let release = detail["release"]?.text ?? "a release"
        switch act {
        case "release draft": return "drafted \(release)"
        case "release check": return "checked \(release) and found it right"
        case "release approve": return "approved \(release)" + (detail["for"]?.text.map { " for \($0)" } ?? "")
        case "release publish": return "published \(release) with it"
        case "release reject": return "rejected \(release)"
        case "release show": return "read \(release)"
        case "release list": return "listed the releases"
        case "release diff": return "compared \(release) with \(detail["other"]?.text ?? "another")"
        case "release certificates": return "wrote out the proof of \(release), which is as secret as its counts"
        case "release note-fact":
            return "noted a figure that was given elsewhere (\(detail["fact"]?.text ?? "a fact"))"
        case "release facts": return "read the figures that were given elsewhere"
        default: return nil
        }
    }

    // MARK: - What is done with the store and its log

    private static func keeping(_ act: String, _ detail: CanonicalValue) -> String? {
        let about = ["record", "about", "person"].lazy.compactMap { detail[$0]?.text }.first { !$0.isEmpty }
        let of = detail["by"]?.text.flatMap { $0.isEmpty ? nil : $0 }
        switch act {
        case "audit log":
            return "read the audit log" + (about.map { " about \($0)" } ?? "") + (of.map { " of what \($0) did" } ?? "")
        case "audit who-saw": return "asked the audit log who saw \(about ?? "a record")"
        case "audit by": return "asked the audit log what \(of ?? "an account") did"
        case "audit unusual": return "asked the audit log for unusual access"
        case "audit pack": return "wrote the audit log out as a pack for somebody outside"
        case "audit emergencies": return "asked which emergency accesses wait for review"
        case "review":
            let finding = detail["finding"]?.text == "justified" ? "justified" : "not justified"
            return "reviewed the emergency access of entry \(detail["entry"]?.number ?? 0): \(finding)"
        case "rekey words": return "closed the words of emergency accesses to new keys"
        case "audit export": return "wrote the audit log out"
        case "audit prove":
            return detail["entry"].map { "asked for a proof of entry \($0.number ?? 0) of the log" }
                ?? "asked for a proof that the log only grew"
        case "audit witness take": return "took in a witness's signature under a checkpoint"
        case "audit witness distrust": return "trusts a witness no longer"
        case "audit witness trust": return "took a witness on as one to trust"
        case "check": return "checked the store: \(detail["faults"]?.number ?? 0) faults"
        case "found": return "made the store"
        case "backup":
            return "wrote a backup"
                + (detail["keepUntil"]?.text.map { ", to be kept until \($0)" } ?? "")
        case "restore": return "restored the store from a backup"
        case "countersign restore": return "signed under a restore as its second person"
        case "destroy keys": return "destroyed the keys of a person"
        case "destroy keys again":
            return "destroyed again, after a restore, the keys of \(detail["count"]?.number ?? 0) persons"
        case "migrate": return "the program brought the store up to what it reads"
        case "sign-in": return "\(detail["count"]?.number ?? 1) failed attempts to sign in before this"
        case "reason": return "said why"
        case "work on": return "went on to other work"
        case "clock-set-back": return "found the clock set back by \((detail["by"]?.number ?? 0) / 1_000) seconds"
        default: return nil
        }
    }

    // MARK: - What is done with accounts

    private static func account(_ act: String, _ detail: CanonicalValue, _ name: (String) -> String) -> String? {
        let whom = detail["account"]?.text.map(name) ?? "an account"
        switch act {
        case "rank", "acting", "role", "cover", "rank taken back", "acting taken back", "role taken back",
            "cover taken back":
            return appointment(act, detail, name)
        case "accounts": return "read the list of accounts"
        case "add-account": return "made the account \(whom)"
        case "grant": return "gave \(whom) a compartment"
        case "withdraw": return "took a compartment from \(whom)"
        case "hand over": return "gave up a compartment"
        case "trust": return "had every slot trust \(whom)"
        case "suspend": return "suspended \(whom)"
        case "reinstate": return "reinstated \(whom)"
        case "revoke": return "closed the account \(whom) for good"
        case "passphrase": return "changed their passphrase"
        default: return nil
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

    // MARK: - What is done with keys

    private static func keys(_ act: String, _ detail: CanonicalValue) -> String? {
        let count = detail["count"]?.number ?? 0
        let compartment = detail["compartment"]?.text ?? "a compartment"
        switch act {
        case "slots repaired": return "the program put the slot file right from its other copy"
        case "slot cost": return "the program made their slot anew at the present cost"
        case "slot trust": return "the program made their slot anew with the keys that it trusts"
        case "recovery used": return "came in by the recovery key"
        case "recovery renewed": return "made a new recovery key"
        case "recovery completed": return "the program gave the recovery key what it lacked"
        case "old keys dropped": return "the program dropped keys that nothing needs any more"
        case "rekey wrapped": return "gave \(count) keys of \(compartment) a new wrapping"
        case "rekey sealed": return "sealed \(count) values of \(compartment) anew"
        case "rekey closed": return "closed \(count) details of the log to the new key of \(compartment)"
        case "rekey compartment done": return "ended the change of the keys of \(compartment)"
        case "rekey begun": return "began to change keys"
        case "rekey done": return "ended the change of the store's key"
        default: return nil
        }
    }

    // MARK: - What was refused

    private static func denied(_ act: String, _ detail: CanonicalValue) -> String {
        if act == "sign-in" { return "\(detail["count"]?.number ?? 1) failed attempts to sign in before this" }
        if let known = Act(rawValue: act) { return "was refused to \(known.words)" }
        if let known = refusals[act] { return "was refused \(known)" }
        let words = act.split(separator: " ", maxSplits: 1).map(String.init)
        let rest = words.count > 1 ? words[1] : ""
        switch words.first ?? "" {
        case "open": return "was refused to open \(kind(rest[...]))"
        case "add": return "was refused to add \(kind(rest[...]))"
        case "record": return "was refused to record by rule \(rest)"
        case "approve": return "was refused to approve by rule \(rest)"
        case "correct": return "was refused to strike by rule \(rest)"
        case "import": return "was refused to import by rule \(rest)"
        case "grant": return "was refused to give the compartment \(rest)"
        case "withdraw": return "was refused to take back the compartment \(rest)"
        case "last":
            return "was refused to take the compartment \(rest.dropFirst("holder of ".count)) from its last holder"
        case "compartment": return "was refused what the compartment \(rest.prefix { $0 != " " }) is needed for"
        default: return act.isEmpty ? "was refused" : "was refused what this program has no words for (\(act))"
        }
    }

    private static let refusals: [String: String] = [
        "rekey": "to change keys", "countersign restore": "to sign under a restore",
        "list support by state": "to list support by where it stands",
        "strike support": "to strike an event of support that is not open to it",
        "supply to support": "to supply to an event of support that is not open to it",
        "not a custodian": "what is a custodian's to do",
        "not a trusted custodian": "what is a trusted custodian's to do",
        "last custodian": "to close the last custodian's account",
        "trusted custodian": "to close the account of a custodian whom every slot trusts",
        "custodian who appointed": "to close the account of the custodian on whom its own hangs",
        "second part in a release": "a second part in a release, which is made by four different people",
        "part in a release": "a part in a release that is others' to take",
        "break-glass": "emergency access",
        "review of one's own emergency access": "to review its own emergency access",
        "break-glass, no such record": "emergency access to a record that there is not",
        "no reason, transfer": "to hand data over without a reason",
        "no reason, erasure": "to destroy data without a reason",
        "no reason, break-glass": "emergency access without a reason in words",
        "no reason, outside own allocations": "to open other people's work without a reason",
    ]

    private static func kind(_ raw: Substring) -> String {
        RecordKind(rawValue: String(raw)).map { "\($0.rawValue) records" } ?? "records"
    }
}
