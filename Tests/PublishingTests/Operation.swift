// An operation that grows by small steps, made up from a seed, and everything that a release of it is made of.
import DisclosureControl
import Figures
import Lifecycle

@testable import Publishing

/// People who come and go; every count is made from them.
struct Operation {
    struct Person {
        let since: Int, sex: String, age: String, ethnicity: String, area: String
        var charged: Int?
        var stage = "B1:UNDER_INVESTIGATION"
    }

    private(set) var suspects: [Person] = []
    private(set) var victims: [Person] = []
    private var random: Seeded
    /// The day of the operation; it moves on with ``month()``.
    private(set) var day = 17_000

    init(seed: UInt64, suspects: Int = 90, victims: Int = 120) {
        random = Seeded(seed)
        let start = day
        self.suspects = (0..<suspects).map { _ in person(since: start - Int.random(in: 0..<600, using: &random)) }
        self.victims = (0..<victims).map { _ in person(since: start - Int.random(in: 0..<600, using: &random)) }
        for index in self.suspects.indices { advance(index) }
        for index in self.victims.indices {
            self.victims[index].charged = coin(8) ? nil : self.victims[index].since + 5
        }
    }

    private mutating func coin(_ sides: Int) -> Bool { Int.random(in: 0..<sides, using: &random) == 0 }

    private mutating func pick(_ all: [String], _ skew: Int) -> String {
        let draws = (0..<skew).map { _ in Int.random(in: 0..<all.count, using: &random) }
        return all[draws.min() ?? 0]
    }

    private mutating func person(since: Int) -> Person {
        Person(
            since: since, sex: pick(Self.rows("sex"), 3), age: pick(Self.rows("age band at the time"), 2),
            ethnicity: pick(Self.rows("ethnicity"), 2), area: pick(Self.rows("constituency"), 1))
    }

    private mutating func advance(_ index: Int) {
        if coin(5), suspects[index].charged == nil { suspects[index].charged = suspects[index].since + 30 }
        if coin(3) {
            suspects[index].stage = pick(
                [
                    "B1:CHARGED", "B1:UNDER_INVESTIGATION", "B1:NFA_POLICE", "B1:NFA_CPS_EVID", "B1:DECEASED",
                    "B1:ACQUITTED",
                ], 2)
        }
    }

    /// A month goes by: some people are added, some move on.
    mutating func month() {
        day += 30
        for _ in 0..<Int.random(in: 0...6, using: &random) {
            suspects.append(person(since: day - Int.random(in: 0..<30, using: &random)))
        }
        for _ in 0..<Int.random(in: 0...7, using: &random) {
            var victim = person(since: day - Int.random(in: 0..<30, using: &random))
            if !coin(3) { victim.charged = day }
            victims.append(victim)
        }
        for _ in 0..<4 { advance(Int.random(in: suspects.indices, using: &random)) }
    }

    static func rows(_ characteristic: String) -> [String] {
        switch characteristic {
        case "sex": ["male", "female", "other", "not recorded"]
        case "ethnicity": ["white british", "asian", "not recorded", "black", "mixed", "declined", "not asked"]
        case "constituency": ["North", "South", "East", "West", "elsewhere", "not recorded"]
        default: ["18 to 24", "25 to 34", "13 to 17", "35 and over", "not certain", "not recorded"]
        }
    }
}

extension Operation {
    /// The figures of a day.
    func report(_ day: Int) -> Report {
        let some = suspects.filter { $0.since <= day }
        let found = victims.filter { $0.since <= day }
        let counts: [String: Int] = [
            "live-investigations": 5, "completed-investigations": day / 2_000, "arrests": some.count + 3,
            "people-arrested-or-interviewed": some.count, "people-on-bail": some.count / 5,
            "people-charged": some.count { $0.charged.map { $0 <= day } ?? false },
            "people-charged-with-any-offence": 1 + some.count { $0.charged.map { $0 <= day } ?? false },
            "people-under-police-investigation": some.count { $0.stage == "B1:UNDER_INVESTIGATION" },
            "victims-identified": found.count,
            "victims-identified-and-interviewed": found.count { $0.charged.map { $0 <= day } ?? false },
            "victims-receiving-support": found.count / 20, "victims-supported-to-date": found.count / 9,
            "victims-waiting-for-support": found.count % 5, "team-posts": 3,
        ]
        let answers = Figure.all.map { figure -> Answer in
            switch figure.measure {
            case .range: Answer(figure, .range(low: 60, high: 70))
            case .trials:
                Answer(figure, .trials([.init(starts: Day(number: day + 60), weeks: 14, defendants: 10)]))
            case .sourced(let series): Answer(figure, .sourced(Sourced(series, [])))
            case .at, .ever, .stage, .planned, .allLinked:
                Answer(
                    figure, .count(counts[figure.id] ?? 0), parts: figure.parts.map { _ in 1 },
                    rangedEvents: figure.id == "arrests" ? 2 : 0)
            }
        }
        let standing = Dictionary(grouping: some, by: \.stage).map { (Code(rawValue: $0.key), $0.value.count) }
        return Report(
            asAt: Day(number: day), knownAt: Day(number: self.day), answers: answers,
            standing: Standing(counts: Dictionary(uniqueKeysWithValues: standing)))
    }

    /// The counts of a breakdown on the operation's day.
    func counts(_ breakdown: Breakdown) -> BreakdownCounts {
        let isOfVictims = breakdown.population == .victims
        let people = (isOfVictims ? victims.filter { $0.charged.map { $0 <= day } ?? false } : suspects)
            .filter { $0.since <= day }
        func value(_ person: Person, _ characteristic: Characteristic) -> String {
            switch characteristic {
            case .sex: person.sex
            case .ethnicity: person.ethnicity
            case .constituency: person.area
            default: person.age
            }
        }
        let rows = Self.rows(breakdown.by[0].rawValue)
        let cols = breakdown.by.count > 1 ? Self.rows(breakdown.by[1].rawValue) : ["n"]
        let counts = rows.map { row in
            cols.map { col in
                people.count { person in
                    value(person, breakdown.by[0]) == row
                        && (breakdown.by.count < 2 || value(person, breakdown.by[1]) == col)
                }
            }
        }
        return BreakdownCounts(
            breakdown.id, of: breakdown.figure.id, isCumulative: breakdown.isCumulative, asAt: Day(number: day),
            rows: rows, cols: cols, counts: counts)
    }

    /// Sums of the day and a flow of the year, some agreed and some not.
    func sums() -> [Reconciliation] {
        let now = Day(number: day)
        let found = victims.filter { $0.since <= day }
        let interviewed = found.count { $0.charged.map { $0 <= day } ?? false }
        let rest = found.count - interviewed
        let earlier = victims.count { $0.since <= day - 365 }
        return [
            Reconciliation(
                "investigations-flow", "Live investigations", .investigations, unit: .investigation,
                from: ReleaseInput.yearAgo(now), to: now,
                terms: [
                    .init("opening", "were live", 4), .init("new", "taken on", 3),
                    .init("completed", "completed", 2, isTaken: true),
                ],
                result: .init("closing", "are live", 5)),
            Reconciliation(
                "victims-by-engagement", "Everyone identified", .victims, unit: .person, to: now,
                terms: [
                    .init("account", "have given an account", interviewed, of: .victimsIdentifiedAndInterviewed),
                    .init("declined", "declined", rest / 3),
                    .init("untraced", "not found", rest / 4), .init("engaged", "in touch", rest - rest / 3 - rest / 4),
                ], result: .init("identified", "identified", found.count)),
            Reconciliation(
                "victims-flow", "Victims: what came and went", .victims, unit: .person, from: ReleaseInput.yearAgo(now),
                to: now,
                terms: [
                    .init("opening", "were open", earlier), .init("new", "new", found.count - earlier),
                    .init("concluded", "over", 0, isTaken: true),
                ], result: .init("closing", "are open", found.count)),
        ]
    }

    /// Everything that a release of the operation's day is made of.
    func input(_ number: Int, _ plan: ReleasePlan = .standard, earlier: [EarlierRelease] = []) -> ReleaseInput {
        let now = Day(number: day)
        return ReleaseInput(
            reference: "REL-000\(number)", title: "Progress", plan: plan, asAt: now, knownAt: now, rules: "2026.1",
            reports: ReleaseInput.days(asAt: now, earlier: earlier).map { report($0.number) }, sums: sums(),
            breakdowns: plan.breakdowns.map(counts), earlier: earlier)
    }
}

extension Assembly {
    /// The release as a later one finds it.
    var earlier: EarlierRelease { EarlierRelease(content, statements: statements) }
}
