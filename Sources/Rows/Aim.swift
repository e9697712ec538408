// What the spans of one code are read for.
import Figures

/// What the stays of one code count for.
struct Aim {
    /// The heads that count them, by their places in ``Head/all``.
    var heads: [Int] = []
    /// The ladders on which they are a rung.
    var rungs: [(ladder: Int, rung: UInt8)] = []
    /// Whether their records count as settled.
    var settles = false
    /// Whether the stays themselves are kept.
    var keeps = false
    /// Whether those of some records are noted by person.
    var watches = false

    /// Which columns they are counted by.
    var needsPerson: Bool {
        watches || !rungs.isEmpty || heads.contains { [.person, .arrest].contains(Head.all[$0].whose) }
    }
    var needsInvestigation: Bool { keeps || heads.contains { Head.all[$0].whose == .investigation } }
    var needsRecord: Bool { keeps || settles || watches || heads.contains { Head.all[$0].whose == .record } }
    /// Whether one counts that is over before the first of the days.
    var isEver: Bool { keeps || heads.contains { Head.all[$0].isEver } }

    /// Every code that is counted, and what for.
    static let all: [Code: Aim] = {
        var aims: [Code: Aim] = [:]
        for (place, head) in Head.all.enumerated() {
            for code in head.codes { aims[code, default: Aim()].heads.append(place) }
        }
        for (place, ladder) in DayTally.ladders.enumerated() {
            for (rung, code) in ladder.ranked.enumerated() {
                aims[code, default: Aim()].rungs.append((place, UInt8(rung)))
            }
        }
        for code in Ladder.investigations.ranked { aims[code, default: Aim()].keeps = true }
        for measure in Figure.all.map(\.measure) {
            switch measure {
            case .planned(_, let state, _, _): aims[state, default: Aim()].keeps = true
            case .allLinked(_, let holders, let outcomes, _):
                for code in holders { aims[code, default: Aim()].keeps = true }
                for code in outcomes { aims[code, default: Aim()].settles = true }
            case .trials(_, let state, _, _, let live):
                aims[state, default: Aim()].keeps = true
                for code in live { aims[code, default: Aim()].watches = true }
            case .at, .ever, .stage, .range, .sourced: break
            }
        }
        return aims
    }()
}
