// What may not be crossed, and what may not be published.

extension Breakdown {
    /// Why it may not be published, its total being what it is; nil where it may be tried.
    ///
    /// - Parameter threshold: the policy's: a total from 1 up to it, itself not included, is broken down nowhere.
    package func refusal(ofPublishing total: Int, threshold: Int) -> BreakdownRefusal? {
        guard total < threshold else { return nil }
        return BreakdownRefusal(
            .tooFew,
            "\(figure.id) is below \(threshold): it is published as a total or not at all, and no breakdown of it is. "
                + "Break a larger figure down, or wait until this one has grown.")
    }

    /// Why it may not be published where another one is, or ever was; nil where they do not touch.
    ///
    /// Wards make up constituencies and area committees: two tables of one figure by different areas would be one table
    /// told twice, with its hidden cells in different places.
    package func clash(with other: Breakdown) -> BreakdownRefusal? {
        guard figure.id == other.figure.id, let mine = by.first(where: \.isArea),
            let theirs = other.by.first(where: \.isArea), mine != theirs
        else { return nil }
        return BreakdownRefusal(
            .clash,
            "\(figure.id) is published by \(theirs.rawValue), and by \(mine.rawValue) the same people would be told again: "
                + "keep to one kind of area.")
    }

    /// Whether these may stand in one table.
    ///
    /// - Throws: ``BreakdownRefusal``.
    static func checkCross(
        _ all: [Characteristic], of figure: Figure, _ population: Population
    ) throws(BreakdownRefusal) {
        guard all.count <= 2 else {
            throw BreakdownRefusal(
                .forbiddenCross,
                "At most two characteristics are crossed, and here are \(all.count): with more, single people stand in the "
                    + "cells. Leave \(all.count - 2) out.")
        }
        guard all.count == 2 else { return }
        let pair = all.map(\.rawValue).joined(separator: " and ")
        guard all[0] != all[1] else {
            throw BreakdownRefusal(.forbiddenCross, "\(all[0].rawValue) is named twice: name another, or name it once.")
        }
        if all.allSatisfy(\.isArea) || all.allSatisfy(\.isAge) {
            throw BreakdownRefusal(
                .forbiddenCross, "\(pair) are not crossed: they say nearly the same of a person. Choose one of them.")
        }
        if population == .victims, all.contains(where: \.isArea) {
            throw BreakdownRefusal(
                .forbiddenCross, "\(figure.id) is not broken down by \(pair) together.",
                rule: "Of victims, an area is crossed with nothing: ask for each by itself.")
        }
    }
}

extension Breakdown {
    /// The figure of a name.
    ///
    /// - Throws: ``BreakdownRefusal`` with the nearest name.
    package static func figure(_ name: String) throws(BreakdownRefusal) -> Figure {
        guard let figure = Figure.named(name) else {
            throw BreakdownRefusal(
                .unknownFigure,
                "There is no figure of that name\(near(name, Figure.all.map(\.id))). These can be broken down: "
                    + "\(figures.map(\.id).joined(separator: ", ")).")
        }
        return figure
    }

    /// Why a figure that counts no people of this store is not broken down.
    static func refusal(of figure: Figure) -> BreakdownRefusal {
        let why =
            if !figure.series.isEmpty {
                "its numbers are others', and are shown with the parts that their source gave"
            } else if figure.unit == .person {
                "it is a planning range, and those people are not yet known"
            } else {
                "it counts no people: one of it is \(figure.unit.rawValue.hasVowel ? "an" : "a") \(figure.unit.rawValue)"
            }
        return BreakdownRefusal(
            .unfit,
            "\(figure.id) is not broken down: \(why). These can be: \(figures.map(\.id).joined(separator: ", ")).")
    }
}

extension Characteristic {
    /// The characteristic of a name.
    ///
    /// - Throws: ``BreakdownRefusal`` with the nearest names.
    package static func named(_ name: String) throws(BreakdownRefusal) -> Characteristic {
        guard let found = Characteristic(named: name) else {
            throw BreakdownRefusal(
                .unknownCharacteristic,
                "There is no characteristic of that name\(near(name, allCases.map(\.rawValue))). There are: "
                    + "\(names()).")
        }
        return found
    }

    /// Whether it can be told of such people.
    package func fits(_ population: Population) -> Bool {
        isCounted && (self != .referralSource || population == .victims)
    }

    /// Why it cannot be told of the people of a figure.
    var unfit: String {
        isCounted ? "a referral source is recorded of victims alone" : "it is told in numbers from elsewhere alone"
    }

    /// Those that can be told of such people, or all, with commas.
    static func names(of population: Population? = nil) -> String {
        allCases.filter { one in population.map { one.fits($0) } ?? true }.map(\.rawValue).joined(separator: ", ")
    }
}

extension String {
    fileprivate var hasVowel: Bool { first.map { "aeiou".contains($0) } ?? false }
}

/// ": perhaps X", or ": perhaps X or Y" where several are near, or nothing where none is.
private func near(_ name: String, _ known: [String]) -> String {
    let nearest = Nearness.names(to: name, among: known)
    guard let first = nearest.first else { return "" }
    return nearest.count == 1
        ? ": perhaps \(first)"
        : ": perhaps \(nearest.dropLast().joined(separator: ", ")) or \(nearest[nearest.count - 1])"
}
