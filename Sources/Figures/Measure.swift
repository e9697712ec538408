// How a figure is counted: data, which Rows counts from the span table without knowing any figure.

/// A way of counting spans as at a day `t` and as known at a day `k`.
///
/// A span is *known* if `known_from <= k < known_to`. Of the known spans,
/// one *stands* at `t` if `from_day <= t < to_day`, and *has been* by `t` if `from_day <= t`.
/// A stay that ended on the day it began, and every mark, is kept with `from_day = to_day`: it has been, but never stands.
/// A window of `months` is the days after `t` up to and including the same day of the month so many months on
/// (the month's last day, where it has no such day).
///
/// The distinct values that are counted are named at each case of ``Unit``; a span without that value counts for nothing.
/// A figure's *ranged* events are those counted spans whose opening event happened on a range of days (`ranged`).
package enum Measure: Hashable, Sendable {
    /// Distinct units with a span of one of these codes standing at `t`.
    case at([Code], distinct: Unit)

    /// Distinct units with a span of one of these codes that has been by `t`: marks, and stays now over.
    case ever([Code], distinct: Unit)

    /// Distinct persons whose stage at `t` is one of these codes.
    ///
    /// A person's stage is the first code in `ranked` of which a span with that person stands at `t`.
    case stage([Code], ranked: [Code])

    /// The sum of `low` and the sum of `high` over the spans of this code that stand at `t`
    /// and whose whole window lies within the months after `t`: `t < window_from` and `window_to <= end`.
    case range(Code, months: Int)

    /// Distinct units with a span of the code `state` standing at `t` whose record also has a span of the code `plan`
    /// standing at `t` with `t < window_from <= end`.
    case planned(Code, while: Code, months: Int, distinct: Unit)

    /// Distinct units with a span of one of the codes `holder` standing at `t` such that, of the records linked to its
    /// record by spans of the code `link` standing at `t` (`target` = the holder's record, `record` = the linked one),
    /// there is at least one, and every one has a span of one of the codes `standing` standing at `t`.
    case allLinked(by: Code, to: [Code], standing: [Code], distinct: Unit)

    /// Trials: records with a span of the code `state` standing at `t` and a span of the code `plan` standing at `t`
    /// with `t < window_from` and `high >= number`. Of each: `starts` is `window_from`, `weeks` is `low`, and
    /// `defendants` is the distinct persons of the records linked to it by spans of the code `link` standing at `t`
    /// that have a span of one of the codes `live` standing at `t`.
    case trials(Code, while: Code, number: Int, link: Code, live: [Code])

    /// Not counted here at all: numbers from elsewhere, of these series; the first series' whole is the figure's value.
    case sourced([Series])
}
