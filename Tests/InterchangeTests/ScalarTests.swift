// Field values, typed.

import Interchange
import Lifecycle
import Testing

@Suite struct `A field's value` {
    @Test func `is read as the type that the rule book says`() {
        #expect(Scalar.text("a").value(as: .text) == .text("a"))
        #expect(Scalar.text("2018-10-31").value(as: .day) == Day("2018-10-31").map { .day($0) })
        #expect(Scalar.text("PRIMARY").value(as: .choice(["PRIMARY"])) == .choice("PRIMARY"))
        #expect(
            Scalar.text("CRM-0001").value(as: .reference(.crime)) == Reference("CRM-0001").map { .reference($0) })
        #expect(Scalar.number(3).value(as: .count(min: 0, max: nil)) == .count(3))
        #expect(Scalar.flag(true).value(as: .flag) == .flag(true))
    }

    @Test(arguments: [
        (Scalar.number(1), FieldType.text), (.flag(true), .text), (.text("31/10/2018"), .day),
        (.number(20181031), .day),
        (.text("3"), .count(min: nil, max: nil)), (.flag(true), .count(min: nil, max: nil)), (.text("true"), .flag),
        (.number(1), .flag), (.text("CRM-1"), .reference(.crime)), (.number(1), .choice(["1"])),
    ])
    func `is never bent to a type`(scalar: Scalar, type: FieldType) { #expect(scalar.value(as: type) == nil) }

    @Test(arguments: [
        FieldValue.text("a"), .choice("PRIMARY"), .count(-2), .flag(false), .day(Day(number: 17_000)),
        .reference(Reference(kind: .crime, number: 12)),
    ])
    func `goes out and comes back`(value: FieldValue) {
        let type: FieldType =
            switch value {
            case .text: .text
            case .choice: .choice(["PRIMARY"])
            case .count: .count(min: nil, max: nil)
            case .flag: .flag
            case .day: .day
            case .reference: .reference(.crime)
            }
        #expect(Scalar(value).value(as: type) == value)
    }

    @Test func `can be said as a word`() {
        #expect(Scalar(word: "3", as: .count(min: nil, max: nil)) == .number(3))
        #expect(Scalar(word: "three", as: .count(min: nil, max: nil)) == nil)
        #expect(Scalar(word: "yes", as: .flag) == .flag(true) && Scalar(word: "false", as: .flag) == .flag(false))
        #expect(Scalar(word: nil, as: .flag) == .flag(true) && Scalar(word: nil, as: .text) == nil)
        #expect(Scalar(word: "maybe", as: .flag) == nil)
        #expect(Scalar(word: "2018-10-31", as: .day) == .text("2018-10-31"))
    }
}
