// What lines say, and everything that is wrong with them.

import Interchange
import Lifecycle
import Testing

@Suite struct `Lines of a file` {
    private func parse(_ text: String, line: Int = 1) -> ParsedLine {
        LineParser.parse(Array(text.utf8)[...], line: line)
    }

    /// Each fault as `field: sentence`, or the sentence where the fault is the line's.
    private func faults(_ text: String) -> [String] {
        guard case .faults(let faults, _) = parse(text) else { return [] }
        return faults.map { fault in fault.field.map { "\($0): \(fault.sentence)" } ?? fault.sentence }
    }

    @Test func `reads a record that is added`() throws {
        let line = #"""
            {"add":"suspect","ref":"SUS-0001","investigation":"INV-0001","person":"PER-0001","on":"2016-01-11","fields":{"grounds":"named","n":3,"b":true}}
            """#
        let expected = AddLine(
            kind: .suspect, ref: Reference("SUS-0001"),
            links: try [
                .investigation: #require(Reference("INV-0001")), .person: #require(Reference("PER-0001")),
            ], on: try #require(Day("2016-01-11")),
            fields: ["grounds": .text("named"), "n": .number(3), "b": .flag(true)])
        #expect(parse(line) == .line(.add(expected)))
    }

    @Test func `reads an event`() throws {
        let line = #"""
            {"record":"arrest","ref":"SUS-0001","id":"EV-7","on":"2016-02-01..2016-02-03","known":"2016-02-03","fields":{"station":"Fictional Street"},"by":{"name":"A. Wren","rank":"constable","organisation":"West Yorkshire Police"},"asHappened":true,"reason":"late","after":"EV-6"}
            """#
        let expected = RecordLine(
            event: "arrest", ref: try #require(Reference("SUS-0001")), id: "EV-7",
            on: try #require(Interval("2016-02-01..2016-02-03")), known: Day("2016-02-03"),
            fields: ["station": .text("Fictional Street")],
            by: DecisionMaker(name: "A. Wren", rank: "constable", organisation: .police), asHappened: true,
            reason: "late", after: "EV-6")
        #expect(parse(line) == .line(.record(expected)))
    }

    @Test func `reads what is supplied to an event, and that a breach was reviewed`() throws {
        let expected = SupplyLine(
            event: "EV-9", id: "EV-10", known: Day("2016-02-03"), fields: ["station": .text("Weirside")])
        let line = #"{"supply":"EV-9","id":"EV-10","known":"2016-02-03","fields":{"station":"Weirside"}}"#
        #expect(parse(line) == .line(.supply(expected)))
        let breach =
            #"{"record":"arrest","ref":"SUS-0001","on":"2016-02-01","asHappened":true,"reason":"late","reviewed":"2016-02-05"}"#
        let reviewed = RecordLine(
            event: "arrest", ref: try #require(Reference("SUS-0001")), on: try #require(Interval("2016-02-01")),
            asHappened: true, reason: "late", reviewed: Day("2016-02-05"))
        #expect(parse(breach) == .line(.record(reviewed)))
    }

    @Test func `reads a correction`() {
        let expected = CorrectLine(event: "EV-9", known: Day("2016-02-03"), reason: "wrong person")
        #expect(
            parse(#"{"correct":"EV-9","known":"2016-02-03","reason":"wrong person"}"#) == .line(.correct(expected)))
    }

    @Test func `reports every fault of one line`() {
        let line =
            #"{"record":"arrest","ref":"SUS-1","on":"2020-13-45","colour":1,"fields":{"a":1.5,"b":null,"c":[1]},"#
            + #""by":{"organisation":"The Met","shoe":9},"asHappened":"yes","cause":"EV-1","on":"2020-01-01"}"#
        #expect(
            faults(line) == [
                "ref: is not a reference, such as INV-0001",
                "on: is not a day, such as 2018-10-31, or a range of days, such as 2018-10-01..2018-10-31",
                "colour: is not a key of this line", "fields.a: is not a whole number",
                "fields.b: is null; a field that is not known is left out",
                "fields.c: is not a text, a whole number, true or false",
                "by.organisation: is not one of: West Yorkshire Police, Bradford Council, Crown Prosecution Service, "
                    + "Court, Other", "by.shoe: is not a key of this line", "asHappened: is not true or false",
                "on: stands twice", "cause: stands only with derived events",
            ])
    }

    @Test(arguments: [
        ("", "is empty"), (" \r", "is empty"), ("not json", "is not JSON: at byte 1, a value should stand here"),
        ("[1]", "is not a JSON object"), ("{}", "says none of add, record, supply and correct"),
        (#"{"add":"post","record":"arrest"}"#, "says more than one of add, record, supply and correct"),
        ("\u{FEFF}{}", "begins with a byte order mark; save the file as UTF-8 without one"),
        (#"{"add":"post","on":"2016-01-01"} x"#, "is not JSON: at byte 34, something follows the end of the object"),
        (#"{"add":"post","on":"2016-01-01"}}"#, "is not JSON: at byte 33, something follows the end of the object"),
        (#"{"add":"post","on":"2016-01-01""#, "is not JSON: at byte 32, a comma or a closing brace should stand here"),
        (#"{"add":"po\u0000st"}"#, "is not JSON: at byte 11, a text holds the character NUL"),
        (#"{"add":"\ud800"}"#, "is not JSON: at byte 9, half of a surrogate pair stands alone"),
        (
            #"{"add":"dragon","on":"2016-01-01"}"#,
            "add: is not one of: investigation, crime, phase, post, person, suspect, custody, charge, victim, support, "
                + "advice, submission, prosecution, duty, review, information, retention, request, allocation, "
                + "allegation, aggregate"
        ),
        (#"{"add":"post"}"#, "on: is missing"),
        (#"{"add":"suspect","person":"PER-0001","on":"2016-01-01"}"#, "investigation: is missing"),
        (#"{"add":"post","crime":"CRM-0001","on":"2016-01-01"}"#, "crime: is not a key of this line"),
        (#"{"add":"post","ref":"INV-0001","on":"2016-01-01"}"#, "ref: is not a reference to a record of kind post"),
        (
            #"{"add":"custody","suspect":"PER-0001","on":"2016-01-01"}"#,
            "suspect: is not a reference to a record of kind suspect"
        ),
        (#"{"add":"post","on":20160101}"#, "on: is not a day in quotes"),
        (#"{"add":"post","on":"2016-02-30"}"#, "on: is not a day, such as 2018-10-31"),
        (
            #"{"record":"arrest","ref":"SUS-0001","on":"2016-02-03..2016-02-01"}"#,
            "on: is not a day, such as 2018-10-31, or a range of days, such as 2018-10-01..2018-10-31"
        ),
        (#"{"record":"arrest","ref":"SUS-0001","on":"2016-02-03","asHappened":true}"#, "reason: is missing"),
        (#"{"record":"arrest; drop","ref":"SUS-0001","on":"2016-02-03"}"#, "record: is not an event's name"),
        (#"{"record":"arrest","ref":"SUS-0001","on":"2016-02-03","by":{}}"#, "by: names nobody"),
        (#"{"correct":"EV-1","reason":"  "}"#, "reason: is blank"),
        (#"{"supply":"EV-1"}"#, "fields: is missing"), (#"{"supply":"EV-1","fields":{}}"#, "fields: names no field"),
        (#"{"supply":"9","fields":{"a":"b"}}"#, "supply: is not an event's id, such as EV-1"),
        (#"{"supply":"EV-1","fields":{"a":"b"},"on":"2016-02-01"}"#, "on: is not a key of this line"),
        (
            #"{"record":"arrest","ref":"SUS-0001","on":"2016-02-01","reviewed":"2016-02-01"}"#,
            "reviewed: stands only with what is recorded as it happened"
        ),
        (#"{"correct":"9","reason":"x"}"#, "correct: is not an event's id, such as EV-1"),
        (#"{"correct":"EV-1"}"#, "reason: is missing"),
    ])
    func `names what is wrong`(text: String, fault: String) {
        #expect(faults(text) == [fault])
    }

    @Test func `refuses bytes that are not UTF-8`() {
        let bytes = Array(#"{"add":""#.utf8) + [0xC3, 0x28] + Array(#""}"#.utf8)
        guard case .faults(let faults, _) = LineParser.parse(bytes[...], line: 4) else {
            Issue.record("it was accepted")
            return
        }
        #expect(faults == [Fault(line: 4, sentence: "is not JSON: at byte 8, a text is not valid UTF-8")])
    }

    @Test func `says which record a faulty line would have made`() {
        let line = #"{"add":"post","ref":"POS-0004","on":"never"}"#
        guard case .faults(let faults, let ref) = parse(line, line: 2) else {
            Issue.record("it was accepted")
            return
        }
        #expect(ref == Reference("POS-0004"))
        #expect(faults.map(\.text) == ["line 2, on: is not a day, such as 2018-10-31"])
    }

    @Test(arguments: ["", "fields.", "by."])
    func `tells a fault that comes a thousand times over once, and how many more there are`(path: String) {
        let many = Array(repeating: #""colour":1"#, count: 1_000).joined(separator: ",")
        let key = String(path.dropLast())
        let inside = path.isEmpty ? many : "\"\(key)\":{\(many)}"
        let told = faults(#"{"record":"arrest","ref":"SUS-0001","on":"2020-01-01",\#(inside)}"#)
        #expect(told.contains("\(path)colour: stands twice"))
        #expect(told.last == "has 998 more faults, which are not listed")
        #expect(told.count <= 3)
    }

    @Test func `lists a hundred different faults of a line and counts the others`() {
        let many = (1...100_000).map { #""k\#($0)":1"# }.joined(separator: ",")
        let told = faults(#"{"record":"arrest","ref":"SUS-0001","on":"2020-01-01",\#(many)}"#)
        #expect(told.count == 101)
        #expect(told.last == "has 99900 more faults, which are not listed")
    }

    @Test(arguments: [("B1.arrest", "line 3: no (B1.arrest)"), ("A", "line 3: no"), (nil, "line 3: no")])
    func `names the rule of a fault, and no lifecycle for a rule`(rule: String?, text: String) {
        #expect(Fault(line: 3, rule: rule, sentence: "no").text == text)
    }

    @Test func `keeps a key that may be somebody's name out of its faults`() {
        #expect(
            faults(#"{"add":"post","on":"2016-01-01","Wilhelmina Wren":1}"#)
                == ["a key that is not shown: is not a key of this line"])
    }

    @Test func `takes a narrative of ten megabytes and refuses a line of seventeen`() {
        let narrative = String(repeating: "0123456789", count: 1_000_000)
        let line = #"{"add":"person","on":"2016-01-01","fields":{"name":"\#(narrative)"}}"#
        guard case .line(.add(let add)) = parse(line) else {
            Issue.record("it was refused")
            return
        }
        #expect(add.fields["name"] == .text(narrative))
        var reader = LineReader()
        for _ in 0..<17 { reader.feed([UInt8](repeating: UInt8(ascii: "x"), count: 1 << 20)) }
        #expect(reader.next() == nil)
        reader.feed(Array("\nnext\n".utf8))
        #expect(
            reader.next().map(LineParser.parse) == .faults([Fault(line: 1, sentence: "is longer than 16 MB")], ref: nil)
        )
        #expect(reader.next()?.number == 2)
    }

    @Test func `reads back what it writes, for any line`() {
        var madeUp = MadeUp(seed: 1)
        for _ in 0..<5_000 {
            let line = madeUp.line()
            #expect(parse(line.text) == .line(line), "\(line.text)")
        }
    }

    @Test func `writes each line in one way only`() throws {
        let line = ImportLine.record(
            RecordLine(
                event: "arrest", ref: try #require(Reference("SUS-0001")), id: "EV-7",
                on: Interval(try #require(Day("2016-02-01"))),
                fields: ["station": .text("A\"B\u{202E}\n"), "a": .number(-1)],
                derived: true, cause: "EV-6"))
        #expect(
            line.text == #"{"record":"arrest","ref":"SUS-0001","id":"EV-7","on":"2016-02-01","#
                + #""fields":{"a":-1,"station":"A\"B"# + "\u{202E}" + #"\n"},"derived":true,"cause":"EV-6"}"#)
    }
}
