// The commands `audit unusual` and `audit by`: what is worth a question, and what one account did.

import Access
import CaseStore
import Lifecycle
import Printing

extension Dalesway {
    static let auditUnusual = Command(
        "audit unusual", "Say what of the accounts' access is worth a question.",
        details: """
            For a lawful use, which is asked for and logged with the look. Each London day of each account is held against \
            thresholds, against its own habit and against its peers': emergency accesses, records allocated to others, many \
            records, hours at which nobody works, refusals, and what was written out. What it went by is printed with it. A \
            count is a reason to ask and no more; and who is not named may still have done wrong.
            """,
        examples: [
            "dalesway --user dpo audit unusual --use self-monitoring",
            "dalesway audit unusual --use self-monitoring --from 2026-10-01 --to 2026-10-31 --json",
        ],
        .use,
        .option("from", "The first day; 30 days before the last if not said.", as: Day.self),
        .option("to", "The last day; today if not said.", as: Day.self)
    ) { (call, use: LawfulUse?, from: Day?, to: Day?) in
        let days = try call.days(from, to)
        let use = try call.lawful(use)
        let meter = call.progress("entries weighed")
        let report = try call.signedIn { try $0.unusualAccess(days, for: use) { done, _ in meter.reached(done) } }
        meter.finish()
        return Answer(report.text, json: .object([("use", .text(use.rawValue))] + report.members))
    }

    static let auditBy = Command(
        "audit by", "Say what one account did, day by day, and what of it is worth a question.",
        details: """
            For a lawful use, which is asked for and logged with the look. Days are London's. The records are those that the \
            account opened or changed, and not those that it only saw in a list.
            """,
        examples: [
            "dalesway --user dpo audit by officer --use self-monitoring",
            "dalesway audit by officer --use proceedings --from 2026-10-01 --to 2026-10-31 --json",
        ],
        .argument("name", "The account's name, or its handle in the log.", as: String.self),
        .use,
        .option("from", "The first day; 30 days before the last if not said.", as: Day.self),
        .option("to", "The last day; today if not said.", as: Day.self)
    ) { (call, name: String, use: LawfulUse?, from: Day?, to: Day?) in
        let days = try call.days(from, to)
        let use = try call.lawful(use)
        let meter = call.progress("entries weighed")
        let found = try call.signedIn { try $0.acts(by: name, days, for: use) { done, _ in meter.reached(done) } }
        meter.finish()
        return Answer(found.text, json: found.json(for: use))
    }
}

extension Call {
    /// The days from one to the other; nil if neither is said.
    fileprivate func days(_ from: Day?, _ to: Day?) throws(Trouble) -> ClosedRange<Day>? {
        guard from != nil || to != nil else { return nil }
        let last = to ?? max(from ?? clock.today, clock.today)
        let first = from ?? last.adding(days: -30)
        guard first <= last else { throw Trouble("--from must not be after --to", .usage) }
        return first...last
    }
}
