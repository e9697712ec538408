// Breakdowns through the door: counted without a name, for whoever may read figures, and logged by their tables.
import CaseModel
import Figures
import Interchange
import Lifecycle
import Rows
import Testing

@testable import CaseStore

@Suite struct `Breakdowns` {
    private let scratch: Scratch
    private let day = Day("2018-10-31") ?? Day(number: 0)

    init() throws {
        scratch = try Scratch()
        try scratch.found(goLive: "2199-01-01")
        let outcome = try scratch.take(
            """
            {"add":"investigation","ref":"INV-0001","on":"2016-01-04","known":"2016-01-04"}
            {"add":"investigation","ref":"INV-0002","on":"2016-01-04","known":"2016-01-04"}
            {"add":"crime","ref":"CRM-0001","investigation":"INV-0001","on":"2016-01-04","known":"2016-01-04","fields":{"committed":"2015-12-01","recorded":"2016-01-04"}}
            {"add":"crime","ref":"CRM-0002","investigation":"INV-0002","on":"2016-01-04","known":"2016-01-04","fields":{"committed":"2001-12-01","recorded":"2016-01-04"}}
            {"add":"person","ref":"PER-0001","on":"2016-01-04","known":"2016-01-04","fields":{"name":"Merle Fictional","born":"2000-03-15","sex":"female","ethnicity":"declined","ward":"Tong"}}
            {"add":"person","ref":"PER-0002","on":"2016-01-04","known":"2017-01-04","fields":{"name":"Wren Fictional","sex":"male","ethnicity":"mixed","ethnicity_source":"self-defined"}}
            {"add":"victim","ref":"VIC-0001","investigation":"INV-0001","person":"PER-0001","on":"2016-01-10","known":"2016-01-10","fields":{"referral_source":"school"}}
            {"add":"victim","ref":"VIC-0002","investigation":"INV-0002","person":"PER-0001","on":"2016-02-10","known":"2016-02-10","fields":{"referral_source":"police"}}
            {"add":"victim","ref":"VIC-0003","investigation":"INV-0002","person":"PER-0002","on":"2016-02-10","known":"2017-02-10"}
            {"record":"first_account","ref":"VIC-0001","id":"EV-FIRSTACC0001","on":"2016-03-10","known":"2016-03-10","by":{"name":"A. Fictional","rank":"constable","organisation":"West Yorkshire Police"}}
            {"record":"first_account","ref":"VIC-0002","id":"EV-FIRSTACC0002","on":"2016-03-12","known":"2016-03-12","fields":{"crime":"CRM-0002"},"by":{"name":"A. Fictional","rank":"constable","organisation":"West Yorkshire Police"}}
            {"supply":"EV-FIRSTACC0001","known":"2016-05-01","fields":{"crime":"CRM-0001"}}

            """, as: "inspector")
        #expect(outcome.faults.map(\.text) == [])
    }

    private func rows(_ text: String, known: String? = nil, as user: String = "publisher") throws -> [String: Int] {
        let counts = try scratch.with(user) {
            try $0.breakdowns([try Breakdown(text)], asAt: day, knownAt: known.flatMap { Day($0) })
        }
        let table = try #require(counts.first)
        return Dictionary(uniqueKeysWithValues: zip(table.rows, table.rowTotals).filter { $0.1 > 0 })
    }

    @Test func `a person with several records counts once, by what the earliest says`() throws {
        let of = "victims-identified:"
        #expect(try rows(of + "referral source") == ["school": 1, "not recorded": 1])
        #expect(try rows(of + "sex") == ["female": 1, "male": 1])
        #expect(try rows(of + "age band at the time") == ["13 to 15": 1, "not recorded": 1])
        #expect(try rows(of + "age band now") == ["18 to 24": 1, "not recorded": 1])
        #expect(try rows(of + "ward") == ["Bradford South": 1, "Tong": 1, "not recorded": 1])
    }

    @Test func `one recent crime makes a person's recent, from the day on which it was supplied`() throws {
        let of = "victims-identified-and-interviewed:recency"
        #expect(try rows(of) == ["recent": 1])
        #expect(try rows(of, known: "2016-04-30") == ["not recent": 1])
        #expect(try rows(of, known: "2016-03-11") == ["not recorded": 1])
    }

    @Test func `what was not known yet is not recorded`() throws {
        #expect(try rows("victims-identified:sex", known: "2016-12-31") == ["female": 1])
        #expect(try rows("victims-identified:ethnicity") == ["declined": 1, "mixed": 1])
    }

    @Test(arguments: ["officer", "care", "supervisor", "inspector", "dpo", "publisher", "custodian"])
    func `whoever reads figures may count them, and the log says which`(user: String) throws {
        let tables = try ["victims-identified:sex", "people-charged:sex"].map { try Breakdown($0) }
        let counts = try scratch.with(user) { store in
            let before = try store.connection.logSize()
            let counts = try store.breakdowns(tables, asAt: day, knownAt: Day("2017-01-01"))
            #expect(try store.connection.logSize() == before + 1)
            return counts
        }
        #expect(counts.map(\.total) == [1, 0])
        let words = try scratch.with("dpo") { try $0.log().map(\.words).joined(separator: "\n") }
        #expect(words.contains("counted victims-identified/sex, people-charged/sex as at 2018-10-31"))
        #expect(words.contains("as known on 2017-01-01"))
    }

    @Test(arguments: ["2199-01-01", "2015-12-31"])
    func `there is nothing to count of a day to come, or before anything had happened`(text: String) throws {
        let day = try #require(Day(text))
        let table = try Breakdown("victims-identified:sex")
        #expect(throws: StoreError.self) {
            try scratch.with("publisher") { _ = try $0.breakdowns([table], asAt: day) }
        }
    }
}
