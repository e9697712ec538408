// What a number from elsewhere is made of. Which values are possible together is for Figures to say.
import Access
import Lifecycle

extension RecordShape {
    static let aggregate = RecordShape(
        kind: .aggregate,
        words: """
            a number that others counted, with its source; it holds at the end of its day, or for a period that ends on \
            it, and a later one of the same series and day replaces it
            """, links: [], fields: whatItIsOf + whatItSays + whereItIsFrom,
        recorders: [.supervisor, .inspector, .careLead])

    private static let number = FieldType.count(min: 0, max: 1_000_000_000)

    private static let whatItIsOf = [
        FieldShape(
            "figure",
            .choice(["hub-referrals", "children-at-risk", "flagged-offences", "placements", "action-plan"]),
            "which figure it belongs to"),
        FieldShape(
            "series",
            .choice([
                "referrals", "children", "mean-age", "days-to-offer", "offences", "suspects", "placements",
                "weekly-cost", "actions",
            ]), "which of the figure's series; the first if not said"),
        FieldShape("period_from", .day, "the first day of its period, which ends on the record's own day"),
        FieldShape("area", .text, "the area that it is of; the whole district if not said"),
        FieldShape(
            "dimension",
            .choice([
                "age band", "sex", "ethnicity", "community", "ward", "constituency", "grade", "recency",
                "referral source", "missing", "placement", "status",
            ]), "what it is broken down by, if it is a part"),
        FieldShape("category", .text, "which part: the grade, the group, the ward; never a person"),
        FieldShape(
            "scheme",
            .choice(["self-defined 16+1", "self-defined 18+1", "officer-perceived", "appearance", "not said"]),
            "by which scheme ethnic groups are told apart"),
        FieldShape(
            "said_by", .choice(["the person", "somebody else", "not said"]), "who said to which group a person belongs"),
    ]

    private static let whatItSays = [
        FieldShape("value", number, "the number: of people, crimes, months, pounds, as its series says"),
        FieldShape("of", number, "of how many it is a part: the denominator of its share"),
        FieldShape("approximate", .flag, "whether the source says about so many"),
        FieldShape(
            "share_tenths", .count(min: 0, max: 1_000), "the share as printed, in tenths of a per cent: 158 is 15.8"),
        FieldShape(
            "change_tenths", .count(min: -1_000, max: 1_000_000),
            "the change as printed, in tenths: -110 is a fall of 11"),
        FieldShape(
            "change_unit", .choice(["per cent", "percentage points", "not said"]), "in what the change is printed"),
        FieldShape("change_since", .day, "since which day it changed, if the source says"),
        FieldShape("rank", .count(min: 1, max: 1_000), "the place in an order, 1 for the most"),
        FieldShape("withdrawn", .flag, "that an earlier number was wrong and none stands in its place"),
    ]

    private static let whereItIsFrom = [
        FieldShape("source", .text, "where it comes from: the paper and who published it"),
        FieldShape("source_date", .day, "the day of the source"),
        FieldShape("note", .text, "what must be said wherever it is shown; never about a person"),
    ]
}
