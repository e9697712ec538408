// Which records must be asked again when another record moves.
import Lifecycle

/// A rule's interest in records of another kind: read off the conditions of the rule book.
struct Watch: Hashable {
    /// The kind of the record that is asked again.
    let watcher: RecordKind
    /// The link by which the two are found: a name on the moved record, `own:NAME` or `field:NAME` on the watcher.
    let link: String

    /// Who watches records of each kind for what follows by itself.
    static let derived = table { $0.kind == .derived && !$0.timer }

    /// Who watches records of each kind for what a person may decide.
    static let decided = table { $0.kind != .derived }

    /// How far above the records that nothing follows from: asked in this order, each record is asked once.
    static let height: [RecordKind: Int] = {
        var height: [RecordKind: Int] = [:]
        for _ in RecordKind.allCases {
            for (kind, watches) in derived {
                for watch in watches where watch.watcher != kind {
                    let above = min(height[kind, default: 0] + 1, RecordKind.allCases.count)
                    height[watch.watcher] = max(height[watch.watcher, default: 0], above)
                }
            }
        }
        return height
    }()

    /// Whether something may follow by itself for a record of kind `watcher` when one that it watches goes from one
    /// state to another: whether a condition tells the two apart.
    static func stirs(_ watcher: RecordKind, when kind: RecordKind, goes from: State, to next: State) -> Bool {
        guard let marks = told[Pair(watcher: watcher, watched: kind)] else { return false }
        return marks.states[from, default: 0] != marks.states[next, default: 0]
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
    }

    /// For each pair of kinds, the conditions by which a state is told from others.
    private static let told: [Pair: Marks] = {
        var told: [Pair: Marks] = [:]
        var bits: [Pair: Int] = [:]
        for machine in RuleBook.current.machines {
            for rule in machine.rules where rule.kind == .derived && !rule.timer {
                for condition in rule.conditions {
                    let pair = Pair(watcher: machine.record, watched: condition.record)
                    let bit = UInt64(1) << UInt64(bits[pair, default: 0] % 64)
                    bits[pair, default: 0] += 1
                    for state in condition.states { told[pair, default: Marks()].states[state, default: 0] ^= bit }
                    if condition.quantifier == .all { told[pair, default: Marks()].absent ^= bit }
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
            }
        }
        return table.mapValues { $0.sorted { ($0.watcher.rawValue, $0.link) < ($1.watcher.rawValue, $1.link) } }
    }
}
