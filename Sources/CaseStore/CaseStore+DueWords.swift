// What is due, told more closely than its clock tells it, and what a user types to do it.
import CaseModel
import Lifecycle
import Rows

extension CaseStore {
    /// A line of work with what it is about, and the command that does it where one does.
    func told(_ item: WorkItem, _ row: DeadlineRow) throws -> WorkItem {
        var item = item
        if let event = row.event, let rule = RuleBook.current.rule(event.rule) {
            switch item.clock {
            case "later": try tellWhatIsOwed(&item, event, rule)
            case "breach":
                item.words = "the breach is reviewed: \(rule.event) was recorded as it happened, against a rule"
                item.command = "dalesway approve \(event.id)"
            case "held":
                item.words = "\(rule.event) is approved, and takes effect then"
                item.command = "dalesway approve \(event.id)"
            default: break
            }
        }
        switch row.record.reference.kind {
        case .duty, .review:
            if case .text(let trigger) = try connection.openFields(ofRecord: row.record.id)["trigger"] {
                item.words += ": \(trigger)"
            }
        case .investigation, .crime, .phase, .post, .person, .suspect, .custody, .charge, .victim, .support, .advice,
            .submission, .prosecution, .information, .retention, .request, .allocation, .allegation, .aggregate:
            break
        }
        return item
    }

    private func tellWhatIsOwed(_ item: inout WorkItem, _ event: DeadlineRow.Origin, _ rule: Rule) throws {
        let owed = rule.owed(try connection.fieldsGiven(toEvent: event.seq))
        guard !owed.isEmpty else { return }
        let words = owed.map { "\($0.field) (\($0.words))" }.joined(separator: ", ")
        item.words = "\(rule.event) is completed with: \(words)"
        item.command = "dalesway supply \(event.id) " + owed.map { "--\($0.field) …" }.joined(separator: " ")
    }
}
