// That what follows by itself comes to an end, proved from the tables alone and not by trying.
//
// Two halves. The graph of everything that can bring something about has rounds only among the rules of one record, so
// the records that it looks at stand still while it goes. And with those standing still, in each way that the rules can
// tell apart, the record comes to rest and no rule fires twice.

import Lifecycle
import Testing

@Suite struct TerminationTests {
    static let book = RuleBook.current

    /// Every round of the graph, with the reason why it ends.
    static let rounds: [Set<String>: String] = [
        ["A.submit_to_cps", "A.returned_by_cps", "A.first_charge", "A.court_ended_work_remains"]:
            "to the CPS only with no police work left, back only with some; to court only with a charge there, back with none",
        [
            "B1.charged", "B1.primary_convicted", "B1.all_acquitted", "B1.primary_ended_ancillary_convicted",
            "B1.primary_ended_ancillary_convicted.closed", "B1.proceedings_ended", "B1.convictions_quashed",
            "B1.ancillary_convictions_quashed",
        ]:
            "charged only with a primary charge undecided, every way on only with none; and each of those with other outcomes",
        ["B2.more_asked", "B2.more_sent"]: "one submission is either with the CPS or back with the police",
        ["F1.close", "F1.reopened"]: "one investigation is either closed or not",
    ]

    @Test func `goes round only where it is known why it ends`() {
        let rounds = EffectGraph(Self.book).rounds
        for round in rounds.subtracting(Self.rounds.keys) { Issue.record("a new round: \(round.sorted())") }
        for round in Set(Self.rounds.keys).subtracting(rounds) { Issue.record("no round any more: \(round.sorted())") }
    }

    @Test func `goes round only within one record, which asks nothing of its own kind but its own past`() throws {
        for round in EffectGraph(Self.book).rounds {
            let rules = round.compactMap { Self.book.rule($0) }
            // No opening is in a round: what is opened opens nothing.
            #expect(rules.count == round.count, "\(round.sorted())")
            #expect(Set(rules.map(\.machine)).count == 1, "\(round.sorted())")
            for rule in rules {
                #expect(rule.triggers.isEmpty)
                #expect(rule.conditions.allSatisfy { $0.link == "self" || $0.record != rule.machine.record })
            }
        }
    }

    @Test func `sets nothing off by the mere passing of days`() {
        let timers = Self.book.machines.flatMap(\.rules).filter(\.timer).map { "\($0.machine.rawValue).\($0.event)" }
        let triggers = Self.book.machines.flatMap(\.rules).flatMap(\.triggers).map(\.event)
        #expect(Set(timers).isDisjoint(with: triggers + Self.book.consequences.flatMap(\.causes)))
    }

    @Test(arguments: MachineID.allCases) func `comes to rest, and fires no rule twice, while all else stands still`(
        id: MachineID
    ) throws {
        let machine = try #require(Self.book.machine(id))
        let remembered = Set(machine.rules.flatMap(\.conditions).flatMap { $0.among ?? [] })
        let pasts: [[State]] = [[]] + remembered.sorted { $0.rawValue < $1.rawValue }.map { [$0] }
        let days = machine.rules.filter(\.followsByItself).allSatisfy { $0.inForce == .always } ? 1 : 3
        for begun in WalkTests.days.prefix(days).map(Day.init(number:)) {
            for still in Still.every(of: machine) {
                for start in machine.states.map(\.id) {
                    for before in pasts {
                        var past = before + [start]
                        var state = start
                        var fired: [String] = []
                        while let rule = machine.derived(at: state, past: past, begunOn: begun, around: still) {
                            let isNew = !fired.contains(rule.id)
                            fired.append(rule.id)
                            guard isNew else {
                                Issue.record("from \(start.rawValue): \(fired)")
                                return
                            }
                            let attempt = Attempt(rule.event, when: Interval(begun), derived: true)
                            let verdict = machine.apply(attempt, at: state, past: past, begunOn: begun, around: still)
                            guard let step = verdict.step else {
                                Issue.record("refused from \(state.rawValue): \(fired)")
                                return
                            }
                            state = step.to
                            past.append(state)
                        }
                    }
                }
            }
        }
    }
}

/// Other records that stand still, as far as the rules that follow by themselves can tell.
struct Still: Surroundings {
    /// How some records are found.
    struct Way: Hashable {
        let record: RecordKind
        let link: String
        let whereField: [String: [String]]

        init(_ condition: Condition) {
            (record, link, whereField) = (condition.record, condition.link, condition.whereField)
        }
    }

    typealias One = (state: State, event: String?)

    var found: [Way: [One]] = [:]

    func states(_ condition: Condition, fields: [String: FieldValue]) -> [State] {
        latest(condition, fields: fields).map(\.state)
    }

    func latest(_ condition: Condition, fields: [String: FieldValue]) -> [(state: State, event: String?)] {
        found[Way(condition)] ?? []
    }

    /// Every way of standing that makes a difference: for each way of finding records, one that each set of conditions
    /// tells from the rest, or none; together where a link can find several.
    static func every(of machine: Machine) -> [Still] {
        let conditions = machine.rules.filter { $0.followsByItself && $0.triggers.isEmpty }.flatMap(\.conditions)
        var all = [Still()]
        for (way, asked) in Dictionary(grouping: conditions.filter { $0.link != "self" }, by: Way.init) {
            let choices = sets(of: tellable(asked), asked, alone: way.link.hasPrefix("own:"))
            all = all.flatMap { still in
                choices.map { choice in
                    var still = still
                    still.found[way] = choice
                    return still
                }
            }
        }
        return all
    }

    /// One record for each set of conditions that a record can meet.
    private static func tellable(_ conditions: [Condition]) -> [One] {
        let states = RuleBook.current.machine(for: conditions[0].record)?.states.map(\.id) ?? []
        let events = Set(conditions.flatMap(\.amongEvents)).sorted().map(Optional.some) + [nil]
        var seen: [[Bool]: One] = [:]
        for state in states {
            for event in events {
                let meets = conditions.map { $0.states.contains(state) && $0.isMet(byLatest: event) }
                seen[meets] = (state, event)
            }
        }
        return Array(seen.values)
    }

    /// Sets of such records, one for each set of conditions that hold together.
    private static func sets(of ones: [One], _ conditions: [Condition], alone: Bool) -> [[One]] {
        var found: [[Bool]: [One]] = [:]
        func keep(_ set: [One]) { found[conditions.map { $0.holds(forLatest: set) }] = set }
        keep([])
        for one in ones {
            let before = Array(found.values)
            keep([one])
            if !alone { for set in before { keep(set + [one]) } }
        }
        return Array(found.values)
    }
}
