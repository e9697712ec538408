// Something whose distinct units are counted in the pass over the spans.
import Figures

/// The distinct units with a span of some codes: on the day, or ever by it.
struct Head: Hashable {
    /// The spans that count.
    let codes: [Code]
    /// Whether a span counts that is over by the day.
    let isEver: Bool
    /// What is told apart.
    let whose: Whose

    /// What a span is counted by.
    enum Whose: Hashable {
        case person, investigation, record
        /// The person and the day on which the span begins.
        case arrest
    }

    init(_ codes: [Code], isEver: Bool, _ whose: Whose) {
        (self.codes, self.isEver, self.whose) = (codes, isEver, whose)
    }

    /// What a measure counts; nil for one that is no count of distinct units.
    init?(_ measure: Measure) {
        switch measure {
        case .at(let codes, let unit): self.init(codes, isEver: false, Whose(unit))
        case .ever(let codes, let unit): self.init(codes, isEver: true, Whose(unit))
        case .stage, .range, .planned, .allLinked, .trials, .sourced: return nil
        }
    }
}

extension Head.Whose {
    /// What tells one unit from another.
    init(_ unit: Figures.Unit) {
        self =
            switch unit {
            case .investigation: .investigation
            case .person: .person
            case .arrest: .arrest
            case .trial, .post, .referral, .child, .crime, .suspect, .placement, .action, .month, .day, .pound: .record
            }
    }
}

extension Head {
    /// Everything that the figures and the sums count by heads, each once.
    static let all: [Head] = {
        let measures = Figure.all.flatMap { [$0.measure] + $0.parts.map(\.measure) }
        let states = Ladder.investigations.ranked.map { Head([$0], isEver: false, .investigation) }
        let own = [
            arrested, population, primary, ancillary, chargedIn, asked, awaiting, recorded, accounts, victims, support,
        ]
        var seen: Set<Head> = []
        return (measures.compactMap(Head.init) + states + own).filter { seen.insert($0).inserted }
    }()

    /// The places of all heads among them.
    static let places = Dictionary(uniqueKeysWithValues: all.enumerated().map { ($1, $0) })

    static let arrested = Head(["B1@arrest", "B1@rearrest"], isEver: true, .person)
    static let population = Head(Standing.population, isEver: true, .person)
    static let primary = Head(["B3/PRIMARY:CHARGED"], isEver: true, .person)
    static let ancillary = Head(["B3/ANCILLARY:CHARGED"], isEver: true, .person)
    static let chargedIn = Head(["B3/PRIMARY:CHARGED"], isEver: true, .investigation)
    static let asked = Head(["D1:REQUESTED", "D2:SUBMITTED"], isEver: true, .investigation)
    static let awaiting = Head(DayCounts.Submitted.awaiting, isEver: false, .investigation)
    static let recorded = Head(Ladder.investigations.population, isEver: true, .investigation)
    static let accounts = Head(["C1@first_account", "C1@abe_interview"], isEver: true, .person)
    static let victims = Head(Ladder.victims.population, isEver: true, .person)
    static let support = Head(Ladder.support.population, isEver: true, .person)
}
