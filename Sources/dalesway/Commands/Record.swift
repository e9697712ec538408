// The command `record`: one event of a record's life.

import CaseModel
import CaseStore
import Interchange
import Lifecycle
import Printing

extension Dalesway {
    static let record = Command(
        "record", "Record an event of a record's life.",
        details: """
            What may be recorded, and with which fields: dalesway next REF. An event that the rules refuse changes \
            nothing. What the world or an outside body did against a rule is recorded with --as-happened and a reason, \
            and carries its breach. If somebody else decided it, say who with --by-name and --by-rank; the body follows \
            from the rank, or is said with --by-organisation.
            """,
        examples: [
            "dalesway record SUS-0001 arrest --on 2016-02-01 --station 'Weirside'",
            "dalesway record SUS-0001 arrest --on 2016-02-01..2016-02-03 --known 2016-02-05",
            "dalesway record CUS-0001 bail --on 2016-02-02 --by-name 'Robin Sample' --by-rank 'custody officer'",
            "dalesway record CUS-0001 bail --as-happened --reason 'Recorded from the custody log'",
        ],
        .argument("ref", "The record.", as: Reference.self),
        .argument("event", "What happened.", as: String.self),
        .option("on", "When it happened; today if not said.", as: Interval.self),
        .option("known", "The day on which it became known; today if not said.", as: Day.self),
        .option("after", "The event of the same day after which it happened.", value: "EVENT-ID"),
        .flag("as-happened", "Record it as it happened, although a rule was broken."),
        .option("reason", "Why it is recorded as it happened."),
        .option("by-name", "Who decided it.", value: "NAME"),
        .option("by-rank", "The rank or office of who decided it.", as: Rank.self),
        .option(
            "by-organisation", "The body for which it was decided, where the rank does not say.", as: Organisation.self),
        .fields(words: "A field of the event.")
    ) {
        (
            call, ref, event, on: Interval?, known: Day?, after: String?, asHappened: Bool, reason: String?,
            name: String?, rank: Rank?, organisation: Organisation?, fields: [Field]
        ) in
        var fields = fields
        let type = { RuleBook.current.type(of: $0, in: event, of: ref.kind) }
        var reason = reason
        if let said = reason, !asHappened, type("reason") != nil {
            fields.append(Field(name: "reason", value: said))
            reason = nil
        }
        let organisation = organisation ?? rank.flatMap { RuleBook.current.body(of: $0, deciding: event, of: ref.kind) }
        let decider =
            name == nil && rank == nil && organisation == nil
            ? nil : DecisionMaker(name: name, rank: rank, organisation: organisation)
        let line = RecordLine(
            event: event, ref: ref, on: on ?? Interval(call.clock.today), known: known,
            fields: try fields.scalars(type), by: decider, asHappened: asHappened, reason: reason, after: after)
        let events = try call.signedIn { try $0.record(line) }
        warn(call, events)
        return recorded(events)
    }

    /// That nobody was put down to be told of an event, and how somebody is.
    private static func unlinked(_ ref: Reference, on day: Day) -> String {
        let how =
            switch ref.kind {
            case .suspect, .custody:
                """
                ; link one with: dalesway add allegation --suspect \(ref.kind == .suspect ? ref.text : "SUS-…") --victim \
                VIC-… --on \(day.iso)
                """
            case .charge, .prosecution: "; a charge is linked to its victim when it is added, with --victim VIC-…"
            case .investigation, .crime, .phase, .post, .person, .victim, .support, .advice, .submission, .duty,
                .review,
                .information, .retention, .request, .allocation, .allegation, .aggregate:
                ""
            }
        return "no victim is linked to \(ref.text), so nobody was put down to be told of this\(how)"
    }

    /// Says so where an event of which victims are told concerns nobody, as no victim is linked.
    static func warn(_ call: Call, _ events: [EventView]) {
        guard let event = events.first, event.concernsNobody else { return }
        call.talk.complain(unlinked(event.reference, on: event.event.when.last))
    }

    /// An event, and what followed from it.
    static func recorded(_ events: [EventView]) -> Answer {
        let held = events.first?.isHeld ?? false
        let waits = held ? "It is held until a second person approves it.\n" : ""
        let text = events.map { $0.text(time: Clock.text, about: events.first?.reference) }.joined() + waits
        let json: JSON = [
            "recorded": events.first?.json ?? .null, "followed": JSON(events.dropFirst().map(\.json)),
            "held": .flag(held),
        ]
        return Answer(text, json: json)
    }
}
