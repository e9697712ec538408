// Which records must be asked again when another record moves.
import Lifecycle

/// A rule's interest in records of another kind: read off the conditions of the rule book.
struct Watch: Hashable {
    /// The kind of the record that is asked again.
    let watcher: RecordKind
    /// The link by which the two are found: a name on the moved record, `own:NAME` or `field:NAME` on the watcher.
    let link: String

    /// Who watches records of each kind for what follows by itself.
    static let derived = table(\.followsByItself)

    /// Who watches records of each kind for what a person may decide.
    static let decided = table { $0.kind != .derived }

    /// How far above the records that nothing follows from: asked in this order, each record is asked once.
    ///
    /// A kind stands above every kind on which what follows for it may depend, unless that one depends on it in turn.
    static let height: [RecordKind: Int] = {
        var below: [RecordKind: Set<RecordKind>] = [:]
        for kind in RecordKind.allCases { below[kind] = [kind] }
        for _ in RecordKind.allCases {
            for (kind, watches) in derived {
                let under = below[kind] ?? []
                for watch in watches { below[watch.watcher]?.formUnion(under) }
            }
        }
        return below.mapValues(\.count)
    }()

    /// Whether something may follow by itself for a record of kind `watcher` when an event takes one that it watches from
    /// one state to another: whether a condition tells the two apart, or something follows from the event itself.
    static func stirs(
        _ watcher: RecordKind, when kind: RecordKind, by event: String, goes from: State, to next: State
    ) -> Bool {
        guard let marks = told[Pair(watcher: watcher, watched: kind)] else { return false }
        return marks.states[from, default: 0] != marks.states[next, default: 0] || marks.events.contains(event)
    }

    /// Whether something may follow by itself for a record of kind `watcher` when one that it watches comes to be there.
    static func stirs(_ watcher: RecordKind, when kind: RecordKind, comesIn state: State) -> Bool {
        guard let marks = told[Pair(watcher: watcher, watched: kind)] else { return false }
        return marks.states[state, default: 0] != marks.absent
    }

    private struct Pair: Hashable {
        let watcher: RecordKind
        let watched: RecordKind
    }

    /// One bit for each condition with which a watcher looks at a kind.
    private struct Marks {
        /// The conditions that name a state.
        var states: [State: UInt64] = [:]
        /// The conditions that see no difference between a record that is not there and one in a state that they name.
        var absent: UInt64 = 0
        /// The events from which something follows, or for the latest of which a condition asks.
        var events: Set<String> = []
    }

    /// For each pair of kinds, the conditions by which a state is told from others, and the events that matter.
    private static let told: [Pair: Marks] = {
        var told: [Pair: Marks] = [:]
        var bits: [Pair: Int] = [:]
        for machine in RuleBook.current.machines {
            for rule in machine.rules where rule.followsByItself {
                for trigger in rule.triggers {
                    guard let (source, event) = trigger.named else { continue }
                    told[Pair(watcher: machine.record, watched: source.record), default: Marks()].events.insert(event)
                }
                for condition in rule.conditions {
                    let pair = Pair(watcher: machine.record, watched: condition.record)
                    let bit = UInt64(1) << UInt64(bits[pair, default: 0] % 64)
                    bits[pair, default: 0] += 1
                    for state in condition.states { told[pair, default: Marks()].states[state, default: 0] ^= bit }
                    if condition.quantifier == .all { told[pair, default: Marks()].absent ^= bit }
                    told[pair, default: Marks()].events.formUnion(condition.amongEvents)
                }
            }
        }
        return told
    }()

    private static func table(_ counts: (Rule) -> Bool) -> [RecordKind: [Watch]] {
        var table: [RecordKind: Set<Watch>] = [:]
        for machine in RuleBook.current.machines {
            for rule in machine.rules where counts(rule) {
                for condition in rule.conditions where condition.link != "self" {
                    table[condition.record, default: []].insert(Watch(watcher: machine.record, link: condition.link))
                }
                for trigger in rule.triggers where trigger.link != "self" {
                    guard let (source, _) = trigger.named else { continue }
                    table[source.record, default: []].insert(Watch(watcher: machine.record, link: trigger.link))
                }
            }
        }
        return table.mapValues { $0.sorted { ($0.watcher.rawValue, $0.link) < ($1.watcher.rawValue, $1.link) } }
    }
}

extension Trigger {
    /// The machine of the record to which the event happens, and the event's name; nil if it names no machine.
    var named: (machine: MachineID, event: String)? {
        let parts = event.split(separator: ".", maxSplits: 1)
        guard parts.count == 2, let machine = MachineID(rawValue: String(parts[0])) else { return nil }
        return (machine, String(parts[1]))
    }
}
