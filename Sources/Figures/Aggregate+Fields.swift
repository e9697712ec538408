// A sourced number read from its fields; what cannot be is refused here, whoever enters it.

package import Lifecycle

extension Aggregate {
    /// A number from the fields of an `aggregate` record.
    ///
    /// - Parameters:
    ///   - fields: as they were given, typed.
    ///   - day: the record's own day: the one at whose end the number holds, or the last of its period.
    ///   - known: the day on which it became known.
    ///   - order: its place in the order of recording.
    /// - Throws: ``AggregateFault`` if there can be no such number.
    package init(_ fields: [String: FieldValue], on day: Day, known: Day, order: Int) throws(AggregateFault) {
        let read = AggregateFields(fields)
        let series = try read.series()
        let category = try read.category()
        key = Key(
            series: series, day: day, periodFrom: try read.periodFrom(series, until: day), area: read.text("area"),
            category: category)
        (self.known, self.order) = (known, order)
        value = read.count("value")
        of = read.count("of")
        isApproximate = read.flag("approximate")
        printedTenths = read.count("share_tenths")
        change = try read.change(before: day)
        rank = read.count("rank")
        isWithdrawal = read.flag("withdrawn")
        (scheme, saidBy) = (read.text("scheme"), read.text("said_by"))
        if (category?.dimension == .ethnicity) != (scheme != nil) {
            throw AggregateFault("scheme", "belongs to a number by ethnicity, and to no other; say \"not said\" if so")
        }
        guard let source = read.text("source") else {
            throw AggregateFault("source", "is missing: where it comes from")
        }
        guard let date = fields["source_date"]?.day else {
            throw AggregateFault("source_date", "is missing: the day of the source")
        }
        guard date >= day else { throw AggregateFault("source_date", "is before the day of which the source speaks") }
        guard known >= date else { throw AggregateFault("known", "is before the day of the source") }
        (self.source, sourceDate, note) = (source, date, read.text("note"))
        try read.checkLengths()
        try checkNumbers()
    }

    /// More than any number of people or pounds that this program is told of; sums of such numbers do not overflow.
    package static let most = 1_000_000_000

    private func checkNumbers() throws(AggregateFault) {
        let says = value != nil || printedTenths != nil || rank != nil || change != nil
        if isWithdrawal, says { throw AggregateFault("withdrawn", "cannot stand with a number: it takes one away") }
        guard says || isWithdrawal else { throw AggregateFault("value", "is missing: the number") }
        if (of != nil || printedTenths != nil), !key.series.adds {
            throw AggregateFault("of", "cannot be: a share of an average or of a price means nothing")
        }
        if let printedTenths, printedTenths > 1_000 {
            throw AggregateFault("share_tenths", "is more than 100 per cent")
        }
        for (name, number) in [("value", value), ("of", of)]
        where number.map({ !(0...Self.most).contains($0) }) ?? false {
            throw AggregateFault(name, "is no number of that kind: 0 to \(Self.most)")
        }
        guard let of else { return }
        guard of > 0 else { throw AggregateFault("of", "is of none: a share of nothing means nothing") }
        guard let value else { throw AggregateFault("of", "is of nothing: the number that is a part of it is missing") }
        guard value <= of else { throw AggregateFault("value", "is more than the \(of) of which it is a part") }
        // A source may round to whole per cent: half of one either way.
        if let printedTenths, abs(printedTenths - Aggregate.tenths(value, of: of)) > 5 {
            throw AggregateFault("share_tenths", "is not the share that \(value) of \(of) makes")
        }
    }
}

/// The fields of a sourced number, read one by one.
private struct AggregateFields {
    private let fields: [String: FieldValue]

    init(_ fields: [String: FieldValue]) { self.fields = fields }

    func text(_ name: String) -> String? {
        switch fields[name] {
        case .text(let text), .choice(let text): text
        case .day, .reference, .count, .flag, nil: nil
        }
    }

    func count(_ name: String) -> Int? { if case .count(let count) = fields[name] { count } else { nil } }

    func flag(_ name: String) -> Bool { fields[name] == .flag(true) }

    func series() throws(AggregateFault) -> Series {
        guard let name = text("figure") else { throw AggregateFault("figure", "is missing: which figure it is of") }
        guard let all = Figure.named(name)?.series, let first = all.first else {
            throw AggregateFault("figure", "is not one that enters from elsewhere")
        }
        guard let said = text("series") else { return first }
        guard let series = Series(rawValue: said), all.contains(series) else {
            let names = all.map(\.rawValue).joined(separator: ", ")
            throw AggregateFault("series", "is no series of \(name), which has: \(names)")
        }
        return series
    }

    func category() throws(AggregateFault) -> Aggregate.Category? {
        guard let said = text("dimension") else {
            if text("category") != nil { throw AggregateFault("dimension", "is missing: what the category is one of") }
            return nil
        }
        guard let dimension = Dimension(rawValue: said) else {
            throw AggregateFault("dimension", "is not one of: \(Dimension.allCases.map(\.rawValue).listed)")
        }
        guard let name = text("category") else { throw AggregateFault("category", "is missing: which \(said)") }
        if let categories = dimension.categories, !categories.contains(name) {
            throw AggregateFault("category", "is not one of: \(categories.listed)")
        }
        return Aggregate.Category(dimension: dimension, name: name)
    }

    func periodFrom(_ series: Series, until day: Day) throws(AggregateFault) -> Day? {
        let first = fields["period_from"]?.day
        guard series.isOfPeriod else {
            if first != nil { throw AggregateFault("period_from", "cannot be: the number holds at the end of a day") }
            return nil
        }
        guard let first else { throw AggregateFault("period_from", "is missing: the first day of the period") }
        guard first <= day else { throw AggregateFault("period_from", "is after the last day of the period") }
        return first
    }

    func change(before day: Day) throws(AggregateFault) -> Aggregate.Change? {
        let since = fields["change_since"]?.day
        guard let tenths = count("change_tenths") else {
            for name in ["change_unit", "change_since"] where fields[name] != nil {
                throw AggregateFault(name, "says nothing without change_tenths")
            }
            return nil
        }
        guard let unit = text("change_unit") else {
            throw AggregateFault("change_unit", "is missing: per cent, percentage points or not said")
        }
        guard tenths >= -1_000 else { throw AggregateFault("change_tenths", "is a fall by more than there was") }
        if unit == "percentage points", tenths > 1_000 {
            throw AggregateFault("change_tenths", "is a rise by more than 100 percentage points")
        }
        if let since, since >= day { throw AggregateFault("change_since", "is not before the day of the number") }
        return Aggregate.Change(tenths: tenths, unit: unit, since: since)
    }

    func checkLengths() throws(AggregateFault) {
        for name in ["area", "category", "source", "note"] where (text(name)?.count ?? 0) > 300 {
            throw AggregateFault(name, "is too long: at most 300 characters")
        }
    }
}

extension [String] {
    fileprivate var listed: String { joined(separator: ", ") }
}
