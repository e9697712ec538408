// The fictional case file that is measured: lawful histories, as lines of a file.
import Interchange
import Lifecycle

/// Lines for many investigations whose suspects each have about eight events.
struct Casework {
    /// The order in which the lines come.
    enum Order: String, CaseIterable {
        /// As things happened: what a team writes down from day to day.
        case byDay = "by day"
        /// One suspect's history after another's: what a migration from another system brings.
        case bySuspect = "by suspect"
    }

    private var entries: [(day: Day, line: ImportLine)] = []
    private var numbers: [RecordKind: Int] = [:]
    private static let opening = Day(number: 16_071)

    init(investigations: Int, suspects: Int) {
        for number in 0..<investigations {
            let share = suspects * (number + 1) / investigations - suspects * number / investigations
            open(suspects: share, on: Self.opening.adding(days: number % 400))
        }
    }

    /// The lines as bytes of a file, in pieces as a file is read, the last first.
    func pieces(_ order: Order) -> [[UInt8]] {
        var lines = entries
        if order == .byDay {
            lines = entries.enumerated().sorted { ($0.element.day, $0.offset) < ($1.element.day, $1.offset) }.map(
                \.element)
        }
        var pieces: [[UInt8]] = []
        var piece: [UInt8] = []
        for (_, line) in lines {
            piece += Array(line.text.utf8) + [UInt8(ascii: "\n")]
            if piece.count > 65_536 {
                pieces.append(piece)
                piece = []
            }
        }
        return (pieces + [piece]).reversed()
    }

    private mutating func open(suspects: Int, on day: Day) {
        let investigation = add(.investigation, on: day, ["title": .text("Fictional investigation")])
        record("accept_for_scoping", investigation, on: day)
        let crime = add(.crime, [.investigation: investigation], on: day, ["offence": .text("A fictional offence")])
        let person = add(.person, on: day, ["name": .text("Invented Person")])
        let victim = add(.victim, [.investigation: investigation, .person: person], on: day)
        record("go_live", investigation, on: day.adding(days: 14), ["crime": .text(crime.text)])
        let submission = add(.submission, [.investigation: investigation], on: day.adding(days: 200))
        let accused = (0..<suspects).map { number in
            seen(investigation, on: day.adding(days: 60 + number % 100), isCharged: number % 2 == 0, submission)
        }
        let submitted = day.adding(days: 320)
        record("submit", submission, on: submitted, ["category": .text("green")])
        record("triage_accept", submission, on: submitted.adding(days: 7))
        record("start_review", submission, on: submitted.adding(days: 21))
        record("decide", submission, on: submitted.adding(days: 60), ["decision": .text("charge, full code")])
        for case let (suspect, custody)? in accused {
            charge(suspect, custody, crime, victim, on: submitted.adding(days: 60))
        }
    }

    /// One suspect up to the end, or up to the prosecutor.
    private mutating func seen(
        _ investigation: Reference, on day: Day, isCharged: Bool, _ submission: Reference
    ) -> (suspect: Reference, custody: Reference)? {
        let number = numbers[.person, default: 0]
        let named = day.adding(days: -40)
        let person = add(
            .person, on: named,
            [
                "name": .text("Invented Person \(number)"), "born": .text("1975-03-02"),
                "address": .text("1 Nowhere Street"),
            ])
        let suspect = add(.suspect, [.investigation: investigation, .person: person], on: named)
        record("identify", suspect, on: named.adding(days: 10))
        record("schedule", suspect, on: day.adding(days: -14))
        record("arrest", suspect, on: day)
        let custody = add(
            .custody, [.suspect: suspect], on: day,
            ["offence": .text("A fictional offence"), "station": .text("Fictionborough police station")])
        record("bail", custody, on: day, ["return_on": .text(day.adding(days: 84).iso)])
        guard !isCharged else {
            record(
                "submit_charging", suspect, on: day.adding(days: 200), ["submission": .text(submission.text)])
            return (suspect, custody)
        }
        record("rebail", custody, on: day.adding(days: 84), ["return_on": .text(day.adding(days: 168).iso)])
        record("police_nfa", suspect, on: day.adding(days: 150), ["outcome": .text("15")])
        record("not_prosecuted", custody, on: day.adding(days: 152))
        return nil
    }

    private mutating func charge(
        _ suspect: Reference, _ custody: Reference, _ crime: Reference, _ victim: Reference, on day: Day
    ) {
        let charge = add(
            .charge, [.suspect: suspect, .crime: crime, .victim: victim], on: day,
            ["offence": .text("A fictional offence"), "role": .text("PRIMARY")])
        record("authorise", charge, on: day)
        record("charge", charge, on: day.adding(days: 3))
        record("charge_primary", suspect, on: day.adding(days: 3))
        record("charge", custody, on: day.adding(days: 3))
    }

    private mutating func add(
        _ kind: RecordKind, _ links: [RecordKind: Reference] = [:], on day: Day, _ fields: [String: Scalar] = [:]
    ) -> Reference {
        numbers[kind, default: 0] += 1
        let reference = Reference(kind: kind, number: numbers[kind, default: 1])
        let line = AddLine(kind: kind, ref: reference, links: links, on: day, known: day, fields: fields)
        entries.append((day, .add(line)))
        return reference
    }

    /// Records an event with all that its rule asks for.
    private mutating func record(
        _ event: String, _ reference: Reference, on day: Day, _ fields: [String: Scalar] = [:]
    ) {
        let rule = RuleBook.current.machine(for: reference.kind)?.rules(for: event).first
        var filled = fields
        for requirement in rule?.requires ?? [] where filled[requirement.field] == nil {
            guard requirement.needed != .unknownAllowed else { continue }
            filled[requirement.field] = Self.value(for: requirement, on: day)
        }
        let by = rule?.deciders.first.map { decider in
            DecisionMaker(
                name: "S. Fictitious",
                rank: decider.organisation == .prosecution
                    ? "senior crown prosecutor" : decider.ranks.first ?? "officer",
                organisation: decider.organisation)
        }
        let line = RecordLine(
            event: event, ref: reference, on: Interval(day), known: day, fields: filled, by: by)
        entries.append((day, .record(line)))
    }

    private static func value(for requirement: Requirement, on day: Day) -> Scalar? {
        switch requirement.type {
        case .text: .text("Fictional entry")
        case .day: .text(day.adding(days: 28).iso)
        case .choice(let choices): choices.first.map { .text($0) }
        case .count(let least, _): .number(least ?? 1)
        case .flag: .flag(true)
        case .reference: nil
        }
    }
}
