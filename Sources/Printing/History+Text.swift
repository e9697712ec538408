// A record's life, event after event.

package import CaseModel
import Lifecycle

/// A record with its events, oldest first.
package struct History: Sendable {
    private let record: RecordView
    private let events: [EventView]

    /// A record's life as the case file tells it to one reader.
    package init(_ record: RecordView, _ events: [EventView]) { (self.record, self.events) = (record, events) }

    /// The life in lines; `time` writes a moment as people read it.
    package func text(time: (Int64) -> String) -> String {
        let state = record.state.map { "  now \($0.rawValue)" } ?? ""
        let opening = "\(record.heading)\(state)\nbegan \(record.begun.iso), known \(record.known.iso)\n"
        let shut = record.isReceiving.map { isReceiving in
            "support is \(isReceiving ? "" : "not ")being received; what others recorded of it is not open to you\n"
        }
        guard !events.isEmpty else { return opening + (shut ?? "nothing has been recorded of it\n") }
        return opening + (shut ?? "") + events.map { "\n" + $0.text(time: time) }.joined()
    }

    /// The life as an object.
    package var json: JSON { ["record": record.json, "events": JSON(events.map(\.json))] }
}
