// The command `release draft`: figures made ready to be published.

import CaseStore
import DisclosureControl
import Lifecycle
import Printing
import Publishing

extension ReleaseReference: Spoken {
    static func read(_ word: String) -> ReleaseReference? { ReleaseReference(word) }
    static var placeholder: String { "REL" }
    static var expected: String { "a release, such as REL-0001" }
}

extension Dalesway {
    static let releaseDraft = Command(
        "release draft", "Draft a release of the figures: counted, protected, and stored for the others to check.",
        details: """
            Counts everything as at a day, hides what would single somebody out, and proves that it stays hidden beside \
            everything released or given elsewhere before. What cannot be proven is withheld, and the categories to merge \
            are named. Nothing is published by this: somebody else checks it (release check), then the detective inspector \
            and the social-care lead approve it (release approve). One release is on its way at a time.
            --by asks for breakdowns in the place of the usual ones, each FIGURE:CHARACTERISTIC or two characteristics with a \
            comma between. --merge TABLE:A+B=NAME tells categories as one. --override TABLE:threshold=N or \
            TABLE:certificate=0 goes below the policy for one table: a data-protection officer must approve it too. --because \
            says why, of a correction and of an override; that of a correction is published with it.
            """,
        examples: [
            "dalesway --user publisher release draft --as-at 2018-10-31",
            "dalesway --user publisher release draft --by people-arrested-or-interviewed:sex --by people-charged:ethnicity",
            "dalesway --user publisher release draft --as-at 2018-10-31 --corrects REL-0001 --because 'Two arrests were entered late'",
        ],
        .option("as-at", "The day at whose end the figures hold; today if not said.", as: Day.self),
        .option("known-at", "The day whose knowledge they rest on; today if not said.", as: Day.self),
        .option("title", "What the report is called.", as: String.self),
        .repeated("by", "A breakdown, as people-charged:sex,ethnicity.", as: String.self, value: "FIGURE:CHAR"),
        .repeated("merge", "Categories to be told as one.", as: String.self, value: "TABLE:A+B=NAME"),
        .option("corrects", "The published release that this one corrects.", as: ReleaseReference.self),
        .repeated(
            "override", "Where it goes below the policy.", as: String.self, value: "TABLE:PARAMETER=N"),
        .option("because", "Why it corrects or goes below the policy.", as: String.self, value: "TEXT"),
        .option("next", "When the next report is to come.", as: Day.self),
        .option("contact", "Whom readers may ask.", as: String.self)
    ) {
        (
            call, asAt: Day?, knownAt: Day?, title: String?, by: [String], merges: [String],
            corrects: ReleaseReference?,
            overrides: [String], because: String?, next: Day?, contact: String?
        ) in
        if corrects == nil, overrides.isEmpty, because != nil {
            throw Trouble(
                "--because says why a release corrects (--corrects) or goes below the policy (--override)", .usage)
        }
        if !overrides.isEmpty, because == nil {
            throw Trouble("an override says why: --because ‘…’; those who check and approve read it", .usage)
        }
        let today = call.clock.today
        var request = ReleaseRequest(asAt: asAt ?? today, knownAt: knownAt ?? today)
        (request.title, request.breakdowns, request.merges, request.corrects) = (title, by, merges, corrects)
        (request.next, request.contact) = (next, contact)
        request.because = corrects == nil ? nil : because
        request.departures = try overrides.map { text in
            guard let departure = Departure(reading: text, because: because ?? "") else {
                throw Trouble(
                    "--override ‘\(text)’ is none: write TABLE:threshold=N (\(Departure.Parameter.threshold.values.lowerBound) "
                        + "to \(Departure.Parameter.threshold.values.upperBound)) or TABLE:certificate=0", .data)
            }
            return departure
        }
        let asked = request
        let meter = call.progress("targets proven")
        let drafted = try call.signedIn { store in
            try store.draftRelease(asked) { meter.reached($0.proven) }
        }
        meter.finish()
        for warning in drafted.warnings { call.talk.complain(warning) }
        return Answer(
            drafted.release.words + drafted.withheldWords + drafted.release.nextWords,
            json: [
                "release": drafted.release.json, "withheld": drafted.withheldJSON, "warnings": JSON(drafted.warnings),
            ])
    }
}

extension ReleaseDrafted {
    /// What is left out, and exactly why, for whoever drafted and nobody else.
    fileprivate var withheldWords: String {
        withheld.map { table in
            let merge = table.merge.isEmpty ? "" : " To be merged: \(table.merge.joined(separator: ", "))."
            let last = table.last.map { " \($0) carries it." } ?? ""
            return "  withheld (the reason is NOT FOR PUBLICATION): \(table.table): \(table.because)\(merge)\(last)\n"
        }.joined()
    }

    fileprivate var withheldJSON: JSON {
        JSON(
            withheld.map { table -> JSON in
                [
                    "id": .text(table.table), "because": .text(table.because), "merge": JSON(table.merge),
                    "last": JSON(table.last),
                ]
            })
    }
}
