// The members of one line's object, read into types, every fault gathered.

import Lifecycle

/// Reads typed values out of a line's members and gathers what is wrong on the way, so that one fault hides no other.
struct Reading {
    let line: Int
    private var listed: [Fault] = []
    private var unlisted = 0

    /// As many faults of one line as anybody reads; one key that stands a hundred thousand times is no reason for more.
    private static let most = 100

    init(line: Int) { self.line = line }

    /// What is wrong so far: each fault once, and if some are not listed, how many at the end.
    var faults: [Fault] {
        guard unlisted > 0 else { return listed }
        let more = unlisted == 1 ? "1 more fault, which is" : "\(unlisted) more faults, which are"
        return listed + [Fault(line: line, sentence: "has \(more) not listed")]
    }

    mutating func fault(_ field: String?, _ sentence: String) {
        let fault = Fault(line: line, field: field.map(Self.shown), sentence: sentence)
        if listed.count < Self.most, !listed.contains(fault) { listed.append(fault) } else { unlisted += 1 }
    }

    /// Whether a member may be read: one that stands twice is a fault, and its first value counts.
    mutating func admits(_ member: Member, in path: String = "") -> Bool {
        if member.isRepeated { fault(path + member.key, "stands twice") }
        return !member.isRepeated
    }

    mutating func unknown(_ member: Member, in path: String = "") {
        fault(path + member.key, "is not a key of this line")
    }

    mutating func text(_ member: Member, in path: String = "") -> String? {
        guard case .text(let text) = member.value else { return wrong(member, path, "a text") }
        guard !text.utf8.allSatisfy({ $0 <= 0x20 }) else {
            fault(path + member.key, "is blank")
            return nil
        }
        return text
    }

    mutating func flag(_ member: Member) -> Bool? {
        guard case .flag(let flag) = member.value else { return wrong(member, "", "true or false") }
        return flag
    }

    mutating func day(_ member: Member) -> Day? {
        guard case .text(let text) = member.value else { return wrong(member, "", "a day in quotes") }
        guard let day = Day(text) else { return wrong(member, "", "a day, such as 2018-10-31") }
        return day
    }

    mutating func interval(_ member: Member) -> Interval? {
        guard case .text(let text) = member.value else { return wrong(member, "", "a day or DAY..DAY in quotes") }
        guard let interval = Interval(text) else {
            return wrong(member, "", "a day, such as 2018-10-31, or a range of days, such as 2018-10-01..2018-10-31")
        }
        return interval
    }

    /// A reference, to a record of a kind where one is meant.
    mutating func reference(_ member: Member, to kind: RecordKind?) -> Reference? {
        guard case .text(let text) = member.value, let reference = Reference(text) else {
            return wrong(member, "", "a reference, such as \(kind?.prefix ?? "INV")-0001")
        }
        guard kind == nil || reference.kind == kind else {
            return wrong(member, "", "a reference to a record of kind \(kind?.rawValue ?? "")")
        }
        return reference
    }

    /// An event's id: `EV-` and up to 60 letters, digits and hyphens.
    mutating func id(_ member: Member) -> String? {
        guard case .text(let text) = member.value, text.hasPrefix("EV-"), (4...63).contains(text.utf8.count),
            text.utf8.allSatisfy({ Self.isWordByte($0) && $0 != UInt8(ascii: "_") })
        else { return wrong(member, "", "an event's id, such as EV-1") }
        return text
    }

    mutating func fields(_ member: Member) -> [String: Scalar] {
        guard case .object(let members) = member.value else { return wrong(member, "", "an object") ?? [:] }
        var fields: [String: Scalar] = [:]
        fields.reserveCapacity(members.count)
        for field in members where admits(field, in: "fields.") {
            switch field.value {
            case .text(let text): fields[field.key] = .text(text)
            case .number(let number): fields[field.key] = .number(number)
            case .flag(let flag): fields[field.key] = .flag(flag)
            case .otherNumber: fault("fields.\(field.key)", "is not a whole number")
            case .null: fault("fields.\(field.key)", "is null; a field that is not known is left out")
            case .list, .object: fault("fields.\(field.key)", "is not a text, a whole number, true or false")
            }
        }
        return fields
    }

    mutating func decisionMaker(_ member: Member) -> DecisionMaker? {
        guard case .object(let members) = member.value else { return wrong(member, "", "an object") }
        if members.isEmpty { fault("by", "names nobody") }
        var (name, rank): (String?, String?)
        var organisation: Organisation?
        for part in members where admits(part, in: "by.") {
            switch part.key {
            case "name": name = text(part, in: "by.")
            case "rank": rank = text(part, in: "by.")
            case "organisation":
                guard let said = text(part, in: "by.") else { continue }
                organisation = Organisation(rawValue: said)
                if organisation == nil {
                    let known = Organisation.allCases.map(\.rawValue).joined(separator: ", ")
                    fault("by.organisation", "is not one of: \(known)")
                }
            default: unknown(part, in: "by.")
            }
        }
        return DecisionMaker(name: name, rank: rank.map { Rank(rawValue: $0) }, organisation: organisation)
    }

    /// The value, or the fault that the line does not hold it.
    mutating func must<Value>(_ value: Value?, _ key: String, given members: [Member]) -> Value? {
        if value == nil, !members.contains(where: { $0.key == key }) { fault(key, "is missing") }
        return value
    }

    static func isWordByte(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), UInt8(ascii: "-"):
            true
        default: false
        }
    }

    private mutating func wrong<Value>(_ member: Member, _ path: String, _ expected: String) -> Value? {
        fault(path + member.key, "is not \(expected)")
        return nil
    }

    /// A key as it may be shown: one that does not look like a key may be somebody's data.
    private static func shown(_ key: String) -> String {
        let isPlain = key.utf8.count <= 60 && key.utf8.allSatisfy { isWordByte($0) || $0 == UInt8(ascii: ".") }
        return isPlain ? key : "a key that is not shown"
    }
}
