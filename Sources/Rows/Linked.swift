// Records of whose linked records every one has come to an outcome.
import Figures
import Lifecycle

/// The holders of links whose linked records all stand settled: on each of the days asked for.
struct Linked {
    /// Their units, a day after another.
    private(set) var units: [Places] = []
    /// How many of their stays began on a range of days.
    private(set) var ranged: [Int] = []

    /// - Parameter holders: the stays in which a record holds its links.
    init(_ link: Code, to holders: [Code], _ whose: Head.Whose, _ sweep: Sweep, _ reader: SpanReader) throws {
        let stays = holders.flatMap { sweep.kept[$0] ?? [] }
        let greatest = stays.reduce(0) { max($0, $1.record, $1.unit(whose)) }
        var linked = reader.days.map { _ in Places(upTo: greatest) }, unsettled = linked
        let days = reader.days.map(\.number)
        if !stays.isEmpty {
            try reader.links(link) { stay, target in
                for (place, day) in days.enumerated() where stay.stands(at: day) {
                    linked[place].insert(target)
                    if !sweep.tallies[place].settled.contains(stay.record) { unsettled[place].insert(target) }
                }
            }
        }
        for (place, day) in days.enumerated() {
            let ended = stays.filter { stay in
                stay.stands(at: day) && stay.unit(whose) >= 0 && linked[place].contains(stay.record)
                    && !unsettled[place].contains(stay.record)
            }
            var places = Places(upTo: greatest)
            for stay in ended { places.insert(stay.unit(whose)) }
            units.append(places)
            ranged.append(ended.count { $0.ranged })
        }
    }
}
