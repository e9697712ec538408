// What the pass over the spans has counted of one day.
import Figures
import Lifecycle

/// The sets and the stages of one day.
struct DayTally {
    /// The day at whose end they hold.
    let day: Int
    /// The units of each head.
    private(set) var heads: [Places]
    /// How many of the spans counted began on a range of days, by head.
    private(set) var ranged: [Int]
    /// The rung of each person on each ladder, by the person's number; ``noRung`` for nobody.
    private(set) var rungs: [[UInt8]]
    /// The stays that began on a range of days, by ladder.
    private(set) var rangedRungs: [[(person: Int, rung: UInt8)]]
    /// The records that stand settled: the outcomes of the one measure over linked records.
    private(set) var settled: Places

    static let noRung = UInt8.max
    /// The ladders on which people stand.
    static let ladders = [Ladder.suspects, .victims, .support]

    init(_ day: Day, upTo greatest: Int) {
        self.day = day.number
        heads = Head.all.map { _ in Places(upTo: greatest) }
        ranged = Head.all.map { _ in 0 }
        rungs = Self.ladders.map { _ in [UInt8](repeating: Self.noRung, count: greatest + 1) }
        rangedRungs = Self.ladders.map { _ in [] }
        settled = Places(upTo: greatest)
    }

    /// Takes in stays of one code.
    mutating func take(_ stays: [Stay], _ aim: Aim) {
        for head in aim.heads { take(stays, head) }
        for (ladder, rung) in aim.rungs { take(stays, ladder, rung) }
        if aim.settles {
            for stay in stays where stay.stands(at: day) { settled.insert(stay.record) }
        }
    }

    private mutating func take(_ stays: [Stay], _ head: Int) {
        let (isEver, whose) = (Head.all[head].isEver, Head.all[head].whose)
        for stay in stays where isEver ? stay.hasBeen(by: day) : stay.stands(at: day) {
            let unit = stay.unit(whose)
            guard unit >= 0 else { continue }
            heads[head].insert(unit)
            if stay.ranged { ranged[head] += 1 }
        }
    }

    private mutating func take(_ stays: [Stay], _ ladder: Int, _ rung: UInt8) {
        for stay in stays where stay.stands(at: day) && stay.person >= 0 && stay.person < rungs[ladder].count {
            if rung < rungs[ladder][stay.person] { rungs[ladder][stay.person] = rung }
            if stay.ranged { rangedRungs[ladder].append((stay.person, rung)) }
        }
    }
}

extension DayTally {
    /// The units of a head.
    subscript(head: Head) -> Places { Head.places[head].map { heads[$0] } ?? Places(upTo: 0) }

    /// Where those people stand on a ladder.
    func standing(_ ladder: Int, of people: Places) -> Standing {
        var counts = [Int](repeating: 0, count: Self.ladders[ladder].ranked.count)
        var unplaced = 0
        people.forEach { person in
            let rung = rungs[ladder][person]
            if rung == Self.noRung { unplaced += 1 } else { counts[Int(rung)] += 1 }
        }
        let told = zip(Self.ladders[ladder].ranked, counts).filter { $0.1 > 0 }
        return Standing(counts: Dictionary(uniqueKeysWithValues: told), unplaced: unplaced)
    }

    /// How many people stand on some rungs of a ladder, and how many of those stays began on a range of days.
    func count(on wanted: Set<UInt8>, of ladder: Int) -> (people: Int, ranged: Int) {
        let people = rungs[ladder].count { $0 != Self.noRung && wanted.contains($0) }
        let ranged = rangedRungs[ladder].count { wanted.contains($0.rung) && rungs[ladder][$0.person] == $0.rung }
        return (people, ranged)
    }
}
