// A number from elsewhere in words: what it is of, when, how much, which share, and how it changed.

import Figures
import Lifecycle

extension Aggregate {
    /// What it is a number of: `Children flagged at risk`, or a part: `in South, by grade: high`.
    var title: String {
        let area = key.area.map { "in \($0)" }
        let part = key.category.map { "by \($0.dimension.rawValue): \($0.name)" }
        let words = [area, part].compactMap(\.self).joined(separator: ", ")
        return words.isEmpty ? key.series.title : words
    }

    /// The day at whose end it holds, or its period.
    var when: String {
        key.periodFrom.map { "\($0.iso)..\(key.day.iso)" } ?? key.day.iso
    }

    /// The same in a sentence.
    var whenInWords: String {
        key.periodFrom.map { "from \($0.words) to \(key.day.words)" } ?? "on \(key.day.words)"
    }

    /// The number: `713`, `about 10`, `181 (15 years 1 month)`, `first`.
    var amount: String {
        guard let value else { return rank.map { "number \($0) in order" } ?? "-" }
        let plain = isApproximate ? "about \(value)" : "\(value)"
        guard key.series.unit == .month else { return plain }
        let (years, months) = value.quotientAndRemainder(dividingBy: 12)
        return "\(plain) (\(years) years \(months) \(months == 1 ? "month" : "months"))"
    }

    /// The number with its whole and the share it makes: `33 of 209, 15.8 per cent`; a share as printed where there is none.
    var amountAndShare: String {
        guard value != nil, let of else {
            if value == nil, rank == nil, let printedTenths {
                return "\(shortTenths(printedTenths)) per cent, as printed"
            }
            return amount
        }
        return "\(amount) of \(of)" + (shareTenths.map { ", \(oneDecimal($0)) per cent" } ?? "")
    }

    /// The share as its source printed it, where that reads otherwise than it works out.
    var printedShare: String? {
        guard let printedTenths, let shareTenths, printedTenths != shareTenths else { return nil }
        return "printed as \(shortTenths(printedTenths)) per cent"
    }

    /// The change as its source printed it.
    var printedChange: String? {
        guard let change else { return nil }
        let unit =
            change.unit == "not said" ? " (whether per cent or percentage points is not said)" : " \(change.unit)"
        let since = change.since.map { ", since \($0.iso)" } ?? ", since when is not said"
        return "printed as \(signed(shortTenths(change.tenths), change.tenths))\(unit)\(since)"
    }

    /// Who put people into groups, and by which scheme.
    var groups: String? {
        guard let scheme else { return nil }
        return "ethnic groups: scheme \(scheme), said by \(saidBy ?? "not said")"
    }
}

extension Sourced.Movement {
    /// `+14.5 per cent on 200 (2018-01-31)`, `+0.4 percentage points on 17.5 per cent (2018-01-31)`.
    var words: String {
        let by = signed(oneDecimal(tenths), tenths)
        if inPoints, let share = base.shareTenths {
            return "\(by) percentage points on \(oneDecimal(share)) per cent (\(base.key.day.iso))"
        }
        return "\(by) per cent on \(base.value ?? 0) (\(base.key.day.iso))"
    }
}

extension Sourced.Recorded {
    /// `ethnicity recorded for 148 of 209 (70.8 per cent)`, or for at least and at most so many.
    var words: String {
        let share = { (part: Int) in
            self.of < Aggregate.least ? "" : " (\(oneDecimal(Aggregate.tenths(part, of: self.of))) per cent)"
        }
        if least == most { return "ethnicity recorded for \(least) of \(of)\(share(least))" }
        return "ethnicity recorded for at least \(least)\(share(least)) and at most \(most) of \(of)\(share(most))"
    }
}

/// Tenths as a number with one decimal, without its sign's plus.
private func oneDecimal(_ tenths: Int) -> String {
    "\(tenths < 0 ? "-" : "")\(tenths.magnitude / 10).\(tenths.magnitude % 10)"
}

/// Tenths as somebody prints them: no decimal where it is nought.
private func shortTenths(_ tenths: Int) -> String {
    tenths % 10 == 0 ? "\(tenths / 10)" : oneDecimal(tenths)
}

private func signed(_ words: String, _ tenths: Int) -> String { tenths > 0 ? "+\(words)" : words }
