// Values to lines of a file, each in one way only.

import Lifecycle

extension ImportLine {
    /// The line's text, without its end: keys in one order, fields by name, nothing said that goes without saying.
    package var text: String {
        var writer = Writer()
        switch self {
        case .add(let line): writer.write(line)
        case .record(let line): writer.write(line)
        case .supply(let line): writer.write(line)
        case .correct(let line): writer.write(line)
        }
        return writer.text + "}"
    }

    private struct Writer {
        var text = "{"

        mutating func key(_ key: String) {
            if text.utf8.last != UInt8(ascii: "{") { text += "," }
            JSONText.quote(key, into: &text)
            text += ":"
        }

        mutating func write(_ key: String, _ value: String?) {
            guard let value else { return }
            self.key(key)
            JSONText.quote(value, into: &text)
        }

        mutating func write(_ key: String, if value: Bool) {
            guard value else { return }
            self.key(key)
            text += "true"
        }

        mutating func write(_ fields: [String: Scalar]) {
            guard !fields.isEmpty else { return }
            key("fields")
            text += "{"
            // By bytes, not by Swift's order of strings, so that any program can make the same order.
            for (name, value) in fields.sorted(by: { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }) {
                key(name)
                switch value {
                case .text(let value): JSONText.quote(value, into: &text)
                case .number(let value): text += String(value)
                case .flag(let value): text += value ? "true" : "false"
                }
            }
            text += "}"
        }

        mutating func write(_ by: DecisionMaker?) {
            guard let by else { return }
            key("by")
            text += "{"
            write("name", by.name)
            write("rank", by.rank?.rawValue)
            write("organisation", by.organisation?.rawValue)
            text += "}"
        }

        mutating func write(_ line: AddLine) {
            write("add", line.kind.rawValue)
            write("ref", line.ref?.text)
            write("id", line.id)
            for kind in RecordKind.allCases { write(kind.rawValue, line.links[kind]?.text) }
            write("on", line.on.iso)
            write("known", line.known?.iso)
            write(line.fields)
            write("asHappened", if: line.asHappened)
            write("reason", line.reason)
        }

        mutating func write(_ line: RecordLine) {
            write("record", line.event)
            write("ref", line.ref.text)
            write("id", line.id)
            write("on", line.on.text)
            write("known", line.known?.iso)
            write(line.fields)
            write(line.by)
            write("asHappened", if: line.asHappened)
            write("reason", line.reason)
            write("reviewed", line.reviewed?.iso)
            write("after", line.after)
            write("derived", if: line.derived)
            write("cause", line.cause)
            write("held", if: line.held)
        }

        mutating func write(_ line: SupplyLine) {
            write("supply", line.event)
            write("id", line.id)
            write("known", line.known?.iso)
            write(line.fields)
        }

        mutating func write(_ line: CorrectLine) {
            write("correct", line.event)
            write("known", line.known?.iso)
            write("reason", line.reason)
        }
    }
}
