// The work that is due, in the order in which it presses.
package import Lifecycle

/// The deadlines that somebody asked for, as at one day.
package struct Worklist: Sendable {
    /// By what the lines are put together.
    package enum Grouping: String, CaseIterable, Sendable {
        case band, person, team, record
    }

    /// Some lines under one heading.
    package struct Group: Sendable {
        /// The heading.
        package let name: String
        /// Its lines, the most pressing first.
        package let items: [WorkItem]
    }

    /// Whose work it is, in the words of a heading.
    package let whose: String
    /// The day at whose end it is due or overdue.
    package let asAt: Day
    /// The day whose knowledge it rests on; nil for all that is known now.
    package let knownAt: Day?
    /// The lines shown, the most pressing first.
    package let items: [WorkItem]
    /// How many lines there are in each band, with those that are not shown.
    package let counts: [Band: Int]
    /// How many lines on records that are allocated to nobody the reader could ask for.
    package let unallocated: Int
    /// Of choices of the team alone that ran out before the store went live, and stand in no line: how many, and that day.
    package let bygone: Bygone?

    /// What an imported past left undone.
    package struct Bygone: Hashable, Sendable {
        /// How many deadlines there are.
        package let count: Int
        /// The day on which the store went live.
        package let goLive: Day

        package init(count: Int, goLive: Day) { (self.count, self.goLive) = (count, goLive) }
    }

    package init(
        whose: String, asAt: Day, knownAt: Day?, items: [WorkItem], counts: [Band: Int], unallocated: Int = 0,
        bygone: Bygone? = nil
    ) {
        (self.whose, self.asAt, self.knownAt) = (whose, asAt, knownAt)
        (self.items, self.counts, self.unallocated) = (items, counts, unallocated)
        self.bygone = bygone
    }

    /// How many lines are not shown.
    package var hidden: Int { counts.values.reduce(0, +) - items.count }

    /// The lines under their headings, in the order of the first of each; a line that two people owe stands under both.
    package func groups(by grouping: Grouping) -> [Group] {
        var order: [String] = []
        var found: [String: [WorkItem]] = [:]
        for item in items {
            for name in names(of: item, grouping) {
                if found[name] == nil { order.append(name) }
                found[name, default: []].append(item)
            }
        }
        return order.map { Group(name: $0, items: found[$0] ?? []) }
    }

    private func names(of item: WorkItem, _ grouping: Grouping) -> [String] {
        switch grouping {
        case .band: [item.band.words]
        case .person: item.bearer.people
        case .team: item.bearer.teams
        case .record: [item.reference.text + (item.title.map { "  \($0)" } ?? "")]
        }
    }
}
