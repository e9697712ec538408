// Which records must be asked again when another record moves.
import Lifecycle

/// A rule's interest in records of another kind: read off the conditions of the rule book.
struct Watch: Hashable {
    /// The kind of the record that is asked again.
    let watcher: RecordKind
    /// The link by which the two are found: a name on the moved record, or `own:NAME` on the watcher.
    let link: String

    /// Who watches records of each kind for what follows by itself.
    static let derived = table { $0.kind == .derived && !$0.timer }

    /// Who watches records of each kind for what a person may decide.
    static let decided = table { $0.kind != .derived }

    private static func table(_ counts: (Rule) -> Bool) -> [RecordKind: [Watch]] {
        var table: [RecordKind: Set<Watch>] = [:]
        for machine in RuleBook.current.machines {
            for rule in machine.rules where counts(rule) {
                for condition in rule.conditions where condition.link != "self" && !condition.link.hasPrefix("field:") {
                    table[condition.record, default: []].insert(Watch(watcher: machine.record, link: condition.link))
                }
            }
        }
        return table.mapValues { $0.sorted { ($0.watcher.rawValue, $0.link) < ($1.watcher.rawValue, $1.link) } }
    }
}
