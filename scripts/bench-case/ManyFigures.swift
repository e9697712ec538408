// Figures over very many suspects: one day, two days, and how the time grows.
import CaseStore
import Foundation
import Lifecycle

/// Measures the figures as at and as known at a day, each time in a case file that was just opened and is in no memory.
enum ManyFigures {
    private static let day = Day(number: 16_900), earlier = Day(number: 16_535), known = Day(number: 17_000)

    static func run(rounds: Int, sizes: [Int], _ goals: inout Goals) throws {
        var before: (size: Int, taken: [Times])?
        for size in sizes {
            let people = try ManyPeople.make(size)
            defer { people.remove() }
            goals.tell("made: \(people.suspects) suspects, \(people.events) events", "\(people.spans) spans")
            let one = try taken(rounds, people, [day])
            let two = try taken(rounds, people, [day, earlier])
            let sized = "\(people.suspects) suspects"
            goals.show("figures as at and known at a day, cold, \(sized)", one, atMost: 5)
            goals.show("figures of two days, cold, \(sized)", two, over: one, atMost: 1.5)
            if let before {
                let growth = Double(people.suspects) / Double(before.size)
                goals.show("and as many times \(before.size)", one, over: before.taken, atMost: 1.25 * growth)
            }
            before = (people.suspects, one)
        }
    }

    private static func taken(_ rounds: Int, _ people: ManyPeople, _ days: [Day]) throws -> [Times] {
        try (0..<rounds).map { _ in
            let store = try people.openCold()
            defer { try? store.close() }
            return try times { _ = try store.comparison(asAt: days, knownAt: known) }
        }
    }
}
