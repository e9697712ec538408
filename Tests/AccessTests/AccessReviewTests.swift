// The report on unusual access: what is found, what is not, and that nothing but the numbers decides.
import Access
import Lifecycle
import Testing

@Suite struct `A review of access` {
    private static let monday = Day(year: 2026, month: 6, day: 1) ?? Day(number: 0)
    private static let roles: [String: Set<Role>] = [
        "ann": [.officer], "bob": [.officer], "cat": [.officer, .dpo], "dan": [.care],
    ]

    private static func at(_ day: Day, _ hour: Int) -> Int64 {
        (LondonTime.moments(of: hour * 3600, on: day).first ?? 0)
    }

    private static func looks(
        _ account: String, _ count: Int, on day: Day, hour: Int = 10, from entry: Int = 0
    ) -> [AccessAct] {
        (0..<count).map {
            AccessAct(entry: entry + $0, account: account, at: at(day, hour) + Int64($0), sort: .look, records: [$0])
        }
    }

    private func findings(
        _ acts: [AccessAct], _ thresholds: AccessThresholds = .standard, days: Int = 30
    ) -> [AccessFinding] {
        var review = AccessReview(thresholds: thresholds)
        for act in acts { review.take(act) }
        return review.findings(in: Self.monday...Self.monday.adding(days: days), roles: Self.roles)
    }

    @Test func `says nothing of nothing, nor of an ordinary day`() {
        #expect(findings([]) == [])
        #expect(findings(Self.looks("ann", 19, on: Self.monday)) == [])
    }

    @Test func `reports many records where no habit is known, and says so`() throws {
        let found = findings(Self.looks("ann", 20, on: Self.monday, from: 5))
        let one = try #require(found.first)
        #expect(found.count == 1 && one.pattern == .many && one.account == "ann" && one.day == Self.monday)
        #expect(one.count == 20 && one.own == nil && one.peers == nil && one.entries == Array(5..<25))
        #expect(one.words.contains("own habit not known") && one.words.contains("too few days of peers to compare"))
    }

    @Test func `counts a record once however often it is opened, and a list not at all`() {
        let again = (0..<500).map {
            AccessAct(entry: $0, account: "ann", at: Self.at(Self.monday, 10), sort: .look, records: [1])
        }
        let list = AccessAct(
            entry: 501, account: "ann", at: Self.at(Self.monday, 10), sort: .listing, records: Set(0..<300))
        #expect(findings(again + [list]) == [])
    }

    @Test func `does not report what the account does every day, and reports what goes beyond it`() {
        let habit = (1...6).flatMap { Self.looks("ann", 20, on: Self.monday.adding(days: -$0)) }
        #expect(findings(habit + Self.looks("ann", 60, on: Self.monday)) == [])
        let beyond = findings(habit + Self.looks("ann", 61, on: Self.monday))
        #expect(beyond.map(\.pattern) == [.many] && beyond.first?.own == .init(twice: 40, days: 6))
    }

    @Test func `reports what the account does every day if its peers do not, and peers are those who share a role`() {
        let habit = (1...6).flatMap { Self.looks("ann", 50, on: Self.monday.adding(days: -$0)) }
        let peers = (1...6).flatMap { Self.looks("cat", 5, on: Self.monday.adding(days: -$0)) }
        let others = (1...6).flatMap { Self.looks("dan", 5, on: Self.monday.adding(days: -$0)) }
        let today = Self.looks("ann", 50, on: Self.monday)
        #expect(findings(habit + others + today) == [])
        #expect(findings(habit + peers + today).first?.peers == .init(twice: 10, days: 6))
    }

    /// Whether a look at that hour of that day is out of hours.
    @Test(arguments: [
        ("2026-06-01", 6, true), ("2026-06-01", 7, false), ("2026-06-01", 19, false), ("2026-06-01", 20, true),
        ("2026-06-06", 12, true), ("2026-06-07", 12, true), ("2026-05-25", 12, true), ("2026-12-28", 12, true),
        ("2026-12-29", 12, false), ("2026-04-03", 12, true), ("2026-01-05", 7, false), ("2026-01-05", 20, true),
    ]) func `knows London's working hours, weekends and bank holidays`(iso: String, hour: Int, isOut: Bool) throws {
        let day = try #require(Day(iso))
        #expect(AccessThresholds.standard.isOutOfHours(Self.at(day, hour)) == isOut)
    }

    @Test func `takes hours by London's clock, not by Greenwich's`() {
        // Half past six by Greenwich is half past seven in June.
        let early = Int64(Self.monday.number) * 86_400_000 + Int64(6 * 60 + 30) * 60_000
        #expect(!AccessThresholds.standard.isOutOfHours(early))
        #expect(AccessThresholds.standard.isOutOfHours(early + 180 * 86_400_000))
    }

    @Test func `leaves a night shift in peace, once it is a habit`() {
        let nights = (0..<20).flatMap { Self.looks("ann", 3, on: Self.monday.adding(days: $0), hour: 23) }
        #expect(findings(nights) == [])
        #expect(findings(Self.looks("ann", 1, on: Self.monday, hour: 23)).map(\.pattern) == [.outOfHours])
        let office = (1..<20).flatMap { Self.looks("bob", 3, on: Self.monday.adding(days: $0 / 5 * 7 + $0 % 5)) }
        let night = findings(office + Self.looks("bob", 1, on: Self.monday, hour: 3))
        #expect(night.map(\.pattern) == [.outOfHours] && night.first?.own?.text == "0")
    }

    @Test func `reports each emergency, each look at what is others', and refusals from the third`() {
        let at = Self.at(Self.monday, 10)
        let acts = [
            AccessAct(entry: 1, account: "ann", at: at, sort: .look, records: [1], isEmergency: true),
            AccessAct(entry: 2, account: "ann", at: at, sort: .look, records: [2, 3], others: [3]),
            AccessAct(entry: 3, account: "ann", at: at, sort: .look, records: [3], others: [3]),
            AccessAct(entry: 4, account: "bob", at: at, sort: .refusal),
            AccessAct(entry: 5, account: "bob", at: at, sort: .refusal),
        ]
        let found = findings(acts)
        #expect(found.map(\.pattern) == [.emergency, .others] && found.map(\.entries) == [[1], [2, 3]])
        #expect(found.map(\.count) == [1, 1])
        let third = AccessAct(entry: 6, account: "bob", at: at, sort: .refusal)
        #expect(findings(acts + [third]).last?.entries == [4, 5, 6])
    }

    @Test func `says only what lies in the period`() {
        let days = [-1, 0, 30, 31].flatMap { Self.looks("ann", 25, on: Self.monday.adding(days: $0)) }
        #expect(findings(days).map(\.day) == [Self.monday, Self.monday.adding(days: 30)])
    }

    @Test func `prints what it went by, and speaks of no guilt`() {
        let words = AccessThresholds.standard.words
        #expect(words.count == AccessPattern.allCases.count + 2)
        for pattern in AccessPattern.allCases {
            let threshold = AccessThresholds.standard.of[pattern]
            #expect(
                words.contains {
                    $0.hasPrefix("\(pattern.rawValue): \(threshold?.least ?? 0) or more \(pattern.words)")
                })
            for blame in ["abuse", "misuse", "offence", "breach", "suspicious", "unlawful", "guilty"] {
                #expect(!(pattern.words + pattern.innocent + words.joined()).contains(blame))
            }
        }
    }

    // --- Whatever the acts are. ---

    private static func acts(_ seed: UInt64, _ count: Int = 400) -> [AccessAct] {
        var numbers = Numbers(seed)
        return (0..<count).map { entry in
            let records = Set(
                (0..<Int.random(in: 0...4, using: &numbers)).map { _ in
                    Int.random(in: 0..<60, using: &numbers)
                })
            return AccessAct(
                entry: entry, account: ["ann", "bob", "cat", "dan"].randomElement(using: &numbers) ?? "ann",
                at: at(monday.adding(days: Int.random(in: -40...30, using: &numbers)), 0)
                    + Int64.random(in: 0..<86_000_000, using: &numbers),
                sort: AccessAct.Sort.allCases.randomElement(using: &numbers) ?? .look, records: records,
                others: records.filter { $0 % 7 == 0 }, isEmergency: Int.random(in: 0..<40, using: &numbers) == 0)
        }
    }

    private static let low = AccessThresholds(
        hours: 8..<18, habitDays: 30, leastHabit: 3,
        of: [
            .many: .init(least: 3, timesOwn: 2, timesPeers: 2), .others: .init(least: 1),
            .outOfHours: .init(least: 2, timesOwn: 1), .refused: .init(least: 1, timesPeers: 1),
        ])

    @Test(arguments: UInt64(0)..<20) func `does not depend on the order in which acts come`(seed: UInt64) {
        var numbers = Numbers(seed + 100)
        let acts = Self.acts(seed)
        #expect(findings(acts.shuffled(using: &numbers), Self.low) == findings(acts, Self.low))
    }

    @Test(arguments: UInt64(0)..<20) func `counts as a plain recount does`(seed: UInt64) {
        let acts = Self.acts(seed)
        for finding in findings(acts, Self.low) {
            let mine = acts.filter { $0.account == finding.account && LondonTime(at: $0.at).day == finding.day }
            let counted = mine.filter { finding.entries.contains($0.entry) }
            let count =
                switch finding.pattern {
                case .many: Set(mine.filter { $0.sort == .look }.flatMap(\.records)).count
                case .others: Set(mine.filter { $0.sort == .look }.flatMap(\.others)).count
                case .outOfHours:
                    mine.filter {
                        [.look, .listing, .taking].contains($0.sort) && Self.low.isOutOfHours($0.at)
                    }.count
                case .refused: mine.filter { $0.sort == .refusal }.count
                case .emergency, .takenOut: -1
                }
            #expect(finding.count == count && counted.count == finding.entries.count)
            #expect(finding.count >= Self.low.of[finding.pattern]?.least ?? .max)
            #expect((Self.monday...Self.monday.adding(days: 30)).contains(finding.day))
        }
    }

    @Test(arguments: UInt64(0)..<20) func `still finds a day to which more is added`(seed: UInt64) {
        let acts = Self.acts(seed)
        for finding in findings(acts, Self.low).prefix(8) where finding.pattern == .many {
            let more = Self.looks(finding.account, 70, on: finding.day, from: 1000)
            let again = findings(acts + more, Self.low)
            #expect(
                again.contains { ($0.pattern, $0.account, $0.day) == (finding.pattern, finding.account, finding.day) })
        }
    }

    @Test(arguments: UInt64(0)..<20) func `judges nobody by the acts of who shares no role`(seed: UInt64) {
        let acts = Self.acts(seed)
        let alone = acts.filter { $0.account == "dan" }
        #expect(findings(acts, Self.low).filter { $0.account == "dan" } == findings(alone, Self.low))
    }

    @Test(arguments: UInt64(0)..<20) func `finds no fewer days when a least is lowered`(seed: UInt64) {
        let acts = Self.acts(seed)
        var lower = Self.low
        for pattern in lower.of.keys {
            guard let threshold = lower.of[pattern] else { continue }
            lower.of[pattern] = .init(
                least: max(1, threshold.least - 1), timesOwn: threshold.timesOwn, timesPeers: threshold.timesPeers)
        }
        #expect(Set(findings(acts, Self.low)).isSubset(of: Set(findings(acts, lower))))
    }
}
