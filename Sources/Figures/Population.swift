// Of whom a figure is: suspects or victims.

/// Whose people a figure counts.
package enum Population: String, Hashable, Sendable {
    case suspects
    case victims
}

extension Figure {
    /// Whose people it counts; nil where it counts no people, or counts them only as a plan.
    package var population: Population? {
        guard unit == .person else { return nil }
        let codes: [Code] =
            switch measure {
            case .at(let codes, _), .ever(let codes, _), .stage(let codes, _): codes
            case .range, .planned, .allLinked, .trials, .sourced: []
            }
        return switch codes.first?.rawValue.first {
        case "B": .suspects
        case "C": .victims
        case _: nil
        }
    }
}

extension Population {
    /// The marks or stays of which the first is the time that `age band at the time` speaks of.
    package var firstNotice: [Code] {
        switch self {
        case .suspects: Standing.population
        case .victims: .stays("C1", "POTENTIAL")
        }
    }

    /// The first age of each band.
    package var ageBands: [Int] {
        switch self {
        case .suspects: [0, 18, 25, 35, 45, 55]
        case .victims: [0, 13, 16, 18, 25, 35]
        }
    }
}
