// What can bring about what: every rule that follows by itself and every opening, as a graph.

import Lifecycle

/// What follows from events, and what follows from that in turn.
///
/// An arrow stands wherever one thing might bring another about, rather too often than too seldom: a rule that looks at
/// records of a kind is taken to follow from everything that happens to any record of that kind.
struct EffectGraph {
    /// A derived rule by its name, or an opening by `opens` and its name.
    private(set) var arrows: [String: Set<String>] = [:]

    init(_ book: RuleBook) {
        let derived = book.machines.flatMap(\.rules).filter { $0.kind == .derived && !$0.timer }
        for rule in derived {
            arrows[rule.id] = Set(derived.filter { EffectGraph.follows($0, from: rule) }.map(\.id))
            for opening in book.consequences where EffectGraph.isMoved(opening, by: rule) {
                arrows[rule.id]?.insert("opens \(opening.id)")
            }
        }
        for opening in book.consequences {
            let initial = book.machine(for: opening.opens)?.initial
            arrows["opens \(opening.id)"] = Set(
                derived.filter { rule in
                    let isAboutIt = rule.machine.record == opening.opens && rule.triggers.isEmpty
                    let begins = isAboutIt && initial.map(rule.from.contains) == true
                    return begins || rule.event == "fall_away" && isAboutIt
                        || EffectGraph.looks(rule, at: opening.opens)
                }.map(\.id))
        }
    }

    /// Whether a rule may follow from another's event.
    private static func follows(_ rule: Rule, from other: Rule) -> Bool {
        guard rule.triggers.isEmpty else {
            return rule.triggers.contains { $0.event == "\(other.machine.rawValue).\(other.event)" }
        }
        if looks(rule, at: other.machine.record) { return true }
        let isByItself = rule.followsByItself && rule.machine == other.machine
        return isByItself && other.to.contains { rule.from.contains($0.state) }
    }

    /// Whether a rule that hangs on no event asks how records of that kind stand.
    private static func looks(_ rule: Rule, at kind: RecordKind) -> Bool {
        rule.triggers.isEmpty && rule.conditions.contains { $0.link != "self" && $0.record == kind }
    }

    /// Whether an event may be a cause of an opening, or change whether somebody is concerned.
    private static func isMoved(_ opening: Consequence, by rule: Rule) -> Bool {
        if opening.causes.contains("\(rule.machine.rawValue).\(rule.event)") { return true }
        return !opening.entitled.isEmpty && rule.machine == .c1
    }

    /// Everything that may follow from something, near or far.
    private func reached(from start: String) -> Set<String> {
        var reached: Set<String> = []
        var waiting = Array(arrows[start] ?? [])
        while let next = waiting.popLast() {
            if reached.insert(next).inserted { waiting += arrows[next] ?? [] }
        }
        return reached
    }

    /// The rounds: sets of things each of which may bring every other about, and itself.
    var rounds: Set<Set<String>> {
        let reached = Dictionary(uniqueKeysWithValues: arrows.keys.map { ($0, self.reached(from: $0)) })
        var rounds: Set<Set<String>> = []
        for (name, others) in reached where others.contains(name) {
            rounds.insert(others.filter { reached[$0]?.contains(name) == true })
        }
        return rounds
    }
}
