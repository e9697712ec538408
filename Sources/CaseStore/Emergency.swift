// One time that a record was opened in an emergency, and what came of the review.
import Access
import Cryptography
import Lifecycle

/// What a reviewer found of an emergency access.
package enum EmergencyFinding: String, CaseIterable, Sendable {
    case justified
    case notJustified = "not-justified"
}

/// An emergency access as the store remembers it until it was reviewed, and after.
///
/// It holds handles, a record's number and codes, nobody's name, and no words but in a box.
struct Emergency: Hashable {
    /// The leaf that tells of it.
    let leaf: Int
    /// The handle of who opened the record.
    let actor: String
    /// The body to which the account belonged.
    let body: Organisation
    /// When, in milliseconds of UTC.
    let at: Int64
    /// The day on which it was, in London.
    let on: Day
    /// The record.
    let record: Reference
    /// The code of the reason.
    let code: String
    /// What was looked at: `show`, `history` or `next`.
    let act: String
    /// What was in the way.
    let past: [Barrier]
    /// The reason in words, closed to the compartments that its reviewers hold; gone when it was reviewed.
    var words: [Words]
    var review: Review?

    /// Words in a box.
    struct Words: Hashable {
        let compartment: String
        var box: [UInt8]
    }

    /// What a second person found.
    struct Review: Hashable {
        /// The leaf that tells of it.
        let leaf: Int
        /// The handle of the reviewer.
        let by: String
        /// When, in milliseconds of UTC.
        let at: Int64
        let finding: EmergencyFinding
    }

    /// The bodies whose leaders hear of it and may review it: that of the account, and that whose record it is.
    var bodies: [Organisation] {
        let owners: [Organisation] = past.flatMap { barrier in
            switch barrier {
            case .role: [.police, .council].filter { Set(Role.reviewers(of: $0)).mayOpen(record.kind) }
            case .support: [Organisation.council]
            case .allocation: [Organisation]()
            }
        }
        return [body] + owners.filter { $0 != body }
    }

    /// The last day in time for a review: the working day after.
    var due: Day { Period.workingDays(1).last(after: on) }

    var value: CanonicalValue {
        var members: [String: CanonicalValue] = [
            "act": .text(act), "actor": .text(actor), "at": .number(at), "body": .text(body.rawValue),
            "code": .text(code), "on": .text(on.iso), "past": .list(past.map { .text($0.rawValue) }),
            "record": .text(record.text), "seq": .number(Int64(leaf)),
        ]
        if !words.isEmpty {
            members["words"] = .list(
                words.map { .object(["box": .bytes($0.box), "compartment": .text($0.compartment)]) })
        }
        if let review {
            members["review"] = .object([
                "at": .number(review.at), "by": .text(review.by), "finding": .text(review.finding.rawValue),
                "seq": .number(Int64(review.leaf)),
            ])
        }
        return .object(members)
    }

    init(
        leaf: Int, actor: String, body: Organisation, at: Int64, on: Day, record: Reference, code: String, act: String,
        past: [Barrier], words: [Words] = []
    ) {
        (self.leaf, self.actor, self.body, self.at, self.on) = (leaf, actor, body, at, on)
        (self.record, self.code, self.act, self.past, self.words) = (record, code, act, past, words)
    }

    /// Reads one as the store keeps it; nil for anything else.
    init?(_ value: CanonicalValue) {
        guard let leaf = value["seq"]?.number, leaf >= 0, let actor = value["actor"]?.text,
            let body = value["body"]?.text.flatMap({ Organisation(rawValue: $0) }), let at = value["at"]?.number,
            let on = value["on"]?.text.flatMap({ Day($0) }),
            let record = value["record"]?.text.flatMap({ Reference($0) }), let code = value["code"]?.text,
            let act = value["act"]?.text, let past = value["past"]?.list
        else { return nil }
        self.init(
            leaf: Int(leaf), actor: actor, body: body, at: at, on: on, record: record, code: code, act: act,
            past: past.compactMap { $0.text.flatMap { Barrier(rawValue: $0) } })
        words = (value["words"]?.list ?? []).compactMap { closed in
            guard let compartment = closed["compartment"]?.text, let box = closed["box"]?.bytes else { return nil }
            return Words(compartment: compartment, box: box)
        }
        guard let found = value["review"] else { return }
        guard let leaf = found["seq"]?.number, leaf >= 0, let by = found["by"]?.text, let at = found["at"]?.number,
            let finding = found["finding"]?.text.flatMap({ EmergencyFinding(rawValue: $0) })
        else { return nil }
        review = Review(leaf: Int(leaf), by: by, at: at, finding: finding)
    }
}

extension Emergency {
    /// What is said where a restore took so many away.
    static func lost(_ count: Int) -> String {
        "\(count == 1 ? "1 emergency access was" : "\(count) emergency accesses were") made after the moment that was "
            + "restored: neither the \(count == 1 ? "entry" : "entries") nor the alert for review came back. Tell the "
            + "data-protection officers."
    }
}
