// Field values to and from the text in which rows and boxes keep them.
import CaseModel
import Cryptography
package import Lifecycle

/// Typed fields as canonical JSON: every value is text that begins with a letter for its type.
///
/// `t:` text, `d:` a day, `c:` a choice, `r:` a reference, `n:` a count, `f:` a flag, `s:` something sealed elsewhere.
package enum Fields {
    /// The bytes of some fields, keys in order.
    package static func encoded(_ fields: [String: FieldValue]) -> [UInt8] {
        guard !fields.isEmpty else { return Array("{}".utf8) }
        var bytes: [UInt8] = []
        bytes.reserveCapacity(48 * fields.count)
        for (name, value) in fields.sorted(by: { CanonicalValue.precedes($0.key, $1.key) }) {
            bytes.append(bytes.isEmpty ? UInt8(ascii: "{") : UInt8(ascii: ","))
            CanonicalValue.write(name, to: &bytes)
            bytes.append(UInt8(ascii: ":"))
            CanonicalValue.write(text(value), to: &bytes)
        }
        bytes.append(UInt8(ascii: "}"))
        return bytes
    }

    /// The fields that some bytes hold; nil if they are not in their form.
    package static func decoded(_ bytes: [UInt8]) -> [String: FieldValue]? {
        guard case .object(let members) = CanonicalValue(bytes) else { return nil }
        var fields: [String: FieldValue] = [:]
        for (name, member) in members {
            guard let text = member.text, let value = value(text) else { return nil }
            fields[name] = value
        }
        return fields
    }

    private static func text(_ value: FieldValue) -> String {
        switch value {
        case .text(Event.mask): "s:"
        case .text(let text): "t:" + text
        case .day(let day): "d:" + day.iso
        case .choice(let choice): "c:" + choice
        case .reference(let reference): "r:" + reference.text
        case .count(let count): "n:\(count)"
        case .flag(let flag): flag ? "f:1" : "f:0"
        }
    }

    private static func value(_ text: String) -> FieldValue? {
        let content = String(text.dropFirst(2))
        return switch text.prefix(2) {
        case "s:": .text(Event.mask)
        case "t:": .text(content)
        case "d:": Day(content).map { .day($0) }
        case "c:": .choice(content)
        case "r:": Reference(content).map { .reference($0) }
        case "n:": Int(content).map { .count($0) }
        case "f:": .flag(content == "1")
        default: nil
        }
    }
}
