// What the demonstration writes in: it numbers records, fills in what the rules ask for and says who records it.

import CaseModel
import Interchange
import Lifecycle

/// The acts so far, each with the day on which it became known.
struct Ledger {
    private var entries: [(known: Day, act: Act)] = []
    private var numbers: [RecordKind: Int] = [:]

    /// Every act in the order in which it became known; on one day, in the order in which it was written.
    var acts: [Act] {
        entries.enumerated().sorted { ($0.element.known, $0.offset) < ($1.element.known, $1.offset) }
            .map(\.element.act)
    }

    /// How many records of a kind there are: what makes one invented person differ from the next.
    func count(_ kind: RecordKind) -> Int { numbers[kind, default: 0] }

    /// Adds a record; it became known on the day on which it began, unless another is given.
    mutating func add(
        _ kind: RecordKind, _ links: [RecordKind: Reference] = [:], on day: Day, known: Day? = nil,
        by account: String? = nil, _ fields: [String: Scalar] = [:]
    ) -> Reference {
        numbers[kind, default: 0] += 1
        let reference = Reference(kind: kind, number: count(kind))
        let line = AddLine(kind: kind, ref: reference, links: links, on: day, known: known ?? day, fields: fields)
        let recorders = RecordShape.of(kind).recorders
        enter(Act(account: account ?? Self.account(for: recorders), line: .add(line), approver: nil), known ?? day)
        return reference
    }

    /// Records an event, with every field that its rule asks for now or later, and with whoever may decide it.
    ///
    /// - Parameter fields: what is not to be made up; a reference is never made up.
    mutating func record(
        _ event: String, _ reference: Reference, on when: Interval, known: Day? = nil, by account: String? = nil,
        id: String? = nil, _ fields: [String: Scalar] = [:], asHappened reason: String? = nil
    ) {
        let rule = RuleBook.current.machine(for: reference.kind)?.rules(for: event).first
        var filled = fields
        for requirement in rule?.requires ?? [] where filled[requirement.field] == nil {
            guard requirement.needed != .unknownAllowed else { continue }
            filled[requirement.field] = Invented.value(for: requirement, on: when.last)
        }
        let account = account ?? Self.account(for: rule?.recorders ?? [])
        let line = RecordLine(
            event: event, ref: reference, id: id, on: when, known: known ?? when.last, fields: filled,
            by: rule?.deciders.first.map(Invented.decider), asHappened: reason != nil, reason: reason)
        let approver = rule?.approval.map { approval in
            Self.account(for: approval.by.filter { $0.rawValue != account })
        }
        enter(Act(account: account, line: .record(line), approver: approver), known ?? when.last)
    }

    /// Records an event of one day.
    mutating func record(
        _ event: String, _ reference: Reference, on day: Day, known: Day? = nil, by account: String? = nil,
        id: String? = nil, _ fields: [String: Scalar] = [:], asHappened reason: String? = nil
    ) {
        record(
            event, reference, on: Interval(day), known: known, by: account, id: id, fields, asHappened: reason)
    }

    /// Strikes an event that was recorded by mistake.
    mutating func correct(_ event: String, known: Day, by account: String, reason: String) {
        let line = CorrectLine(event: event, known: known, reason: reason)
        enter(Act(account: account, line: .correct(line), approver: nil), known)
    }

    private mutating func enter(_ act: Act, _ known: Day) { entries.append((known, act)) }

    /// The account of the lowest of these roles: who would do it on an ordinary day.
    private static func account(for roles: [Role]) -> String {
        let ordinary: [Role] = [.officer, .care, .supervisor, .inspector, .careLead, .custodian]
        return (ordinary.first(where: roles.contains) ?? .inspector).rawValue
    }
}
