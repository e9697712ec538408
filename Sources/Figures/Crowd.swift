// What it means to count people by their characteristics, said once in code: Rows' counting must equal it.

package import Lifecycle

/// The people of the figures in memory, with what each record says of them.
///
/// This is the meaning of a ``Breakdown``: plain, whole and slow. The store counts the same in SQL and is tested against it.
package struct Crowd {
    /// What a person's own record says, and since when it is known.
    package struct Person: Hashable, Sendable {
        package var person: Int, known: Day, traits: Traits

        package init(_ person: Int, known: Day, _ traits: Traits) {
            (self.person, self.known, self.traits) = (person, known, traits)
        }
    }

    /// That a person stands beside a crime: from which day, and on which days that is known, the last one not included.
    package struct Involvement: Hashable, Sendable {
        package var person: Int, population: Population, from: Day, known: Range<Day>, crime: Traits.Crime

        package init(
            _ person: Int, _ population: Population, from: Day, known: Range<Day>, beside crime: Traits.Crime
        ) {
            (self.person, self.population, self.crime) = (person, population, crime)
            (self.from, self.known) = (from, known)
        }
    }

    /// That a victim came to notice through somebody: of several the earliest tells, and of one day the first entered.
    package struct Notice: Hashable, Sendable {
        package var person: Int, from: Day, order: Int, known: Day, source: String

        package init(_ person: Int, from: Day, order: Int, known: Day, source: String) {
            (self.person, self.order, self.source) = (person, order, source)
            (self.from, self.known) = (from, known)
        }
    }

    private let tally: Tally
    private let day: Day
    private let traits: [Int: Traits]
    private let involvements: [Involvement]
    private let notices: [Notice]

    /// The lines and the people that are known at `known`, as at `day`.
    package init(
        _ lines: [Line], people: [Person], involvements: [Involvement] = [], notices: [Notice] = [], asAt day: Day,
        knownAt known: Day
    ) {
        self.day = day
        tally = Tally(lines, asAt: day, knownAt: known)
        traits = Dictionary(
            people.filter { $0.known <= known }.map { ($0.person, $0.traits) }, uniquingKeysWith: { first, _ in first })
        self.involvements = involvements.filter { $0.from <= day && $0.known.contains(known) }
        self.notices = notices.filter { $0.from <= day && $0.known <= known && $0.source != Categories.unknown }
    }

    /// The counts of a breakdown.
    package func counts(_ breakdown: Breakdown) -> BreakdownCounts {
        let first = tally.firstNotices(breakdown.population)
        var counter = BreakdownCounter(breakdown, asAt: day)
        for person in tally.people(of: breakdown.figure) {
            var whole = traits[person] ?? Traits()
            whole.firstNotice = first[person]
            for one in involvements where one.person == person && one.population == breakdown.population {
                whole.stand(beside: one.crime)
            }
            let own = notices.filter { $0.person == person }
            whole.referralSource = own.min { ($0.from, $0.order) < ($1.from, $1.order) }?.source
            counter.count(whole)
        }
        return counter.counts
    }
}
