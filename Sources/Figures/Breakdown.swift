// A figure broken down: which figure, by what, and whether it may be.

/// A figure and the one or two characteristics that its people are counted by.
///
/// That there is one means that it may be counted; whether it may be published is asked apart.
package struct Breakdown: Hashable, Sendable {
    /// The figure.
    package let figure: Figure
    /// The characteristics, in the order of a table: the first gives the rows.
    package let by: [Characteristic]
    /// Whose people they are.
    package let population: Population

    /// The figure and its characteristics, joined: `people-arrested-or-interviewed/ethnicity/sex`.
    ///
    /// It does not depend on the order in which the characteristics were named.
    package var id: String { ([figure.id] + by.map(\.rawValue)).joined(separator: "/") }

    /// Whether none of its counts goes down, but for corrections.
    package var isCumulative: Bool { figure.isCumulative && by.allSatisfy(\.isLasting) }

    /// A breakdown, or why there is none.
    ///
    /// - Throws: ``BreakdownRefusal``: more than two crossed, one named twice, two areas or two ages, an area crossed with
    ///   anything for victims, a figure that is of no people, a characteristic that its people do not have.
    package init(of figure: Figure, by characteristics: [Characteristic]) throws(BreakdownRefusal) {
        guard !characteristics.isEmpty else {
            throw BreakdownRefusal(.unfit, "By what? Name one characteristic or two: \(Characteristic.names()).")
        }
        guard let population = figure.population else { throw Self.refusal(of: figure) }
        try Self.checkCross(characteristics, of: figure, population)
        for one in characteristics where !one.fits(population) {
            throw BreakdownRefusal(
                .unfit,
                "\(figure.id) is not broken down by \(one.rawValue): \(one.unfit). It can be by: "
                    + "\(Characteristic.names(of: population)).")
        }
        (self.figure, self.population) = (figure, population)
        by = characteristics.sorted()
    }

    /// A breakdown as it is written: `FIGURE:CHARACTERISTIC` or `FIGURE:CHARACTERISTIC,CHARACTERISTIC`.
    package init(_ text: String) throws(BreakdownRefusal) {
        let halves = text.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
        guard halves.count == 2 else {
            throw BreakdownRefusal(
                .unknownFigure,
                "A breakdown is written FIGURE:CHARACTERISTIC or FIGURE:CHARACTERISTIC,CHARACTERISTIC, as "
                    + "people-charged:sex; this has no colon.")
        }
        let figure = try Self.figure(halves[0])
        var characteristics: [Characteristic] = []
        for name in halves[1].split(separator: ",", omittingEmptySubsequences: false) {
            characteristics.append(try Characteristic.named(String(name)))
        }
        try self.init(of: figure, by: characteristics)
    }

    /// The figures that can be broken down, in the order of a report.
    package static var figures: [Figure] { Figure.all.filter { $0.population != nil } }
}
