// To which category somebody belongs.

import Lifecycle
import Testing

@testable import Figures

@Suite struct CategoriesTests {
    private let asAt = Day(year: 2018, month: 10, day: 31) ?? Day(number: 0)

    private func category(
        _ characteristic: Characteristic, of population: Population = .suspects, _ change: (inout Traits) -> Void
    ) -> String {
        var traits = Traits()
        change(&traits)
        let categories = Categories(characteristic, of: population, asAt: asAt)
        return categories.names[categories.place(of: traits)]
    }

    @Test(arguments: [
        ("1993-09", "25 to 34"), ("1993-11", "18 to 24"), ("2000-10", "not certain"), ("1993-10", "not certain"),
        ("1990-10", "25 to 34"), ("2018-10", "under 18"), ("1900-01", "55 and over"), ("2018-11", "not recorded"),
        ("1993", "not recorded"), ("1993-13", "not recorded"),
    ])
    func `an age is known to the month, and no further`(born: String, band: String) {
        #expect(category(.ageBandNow) { $0.birthMonth = born } == band)
    }

    @Test func `an age at the time is that of the first notice, in the population's own bands`() {
        let first = Day(year: 2016, month: 1, day: 1)
        let age = { (born: String?, day: Day?) in
            category(.ageBandThen, of: .victims) { ($0.birthMonth, $0.firstNotice) = (born, day) }
        }
        #expect(age("2002-12", first) == "13 to 15")
        #expect(age("2000-12", first) == "13 to 15")
        #expect(age("2003-02", first) == "under 13")
        #expect(age("2000-01", first) == "not certain")
        #expect(age("1999-12", first) == "16 to 17")
        #expect(age("1999-12", nil) == "not recorded")
        #expect(age(nil, first) == "not recorded")
    }

    @Test(arguments: [
        ("Tong", "Tong", "Bradford South"), ("tong  WARD", "Tong", "Bradford South"),
        ("Clayton & Fairweather Green", "Clayton and Fairweather Green", "Bradford West"),
        ("Shipley", "Shipley ward", "Shipley"), ("shipley ward", "Shipley ward", "Shipley"),
        ("Nowhere Heath", "elsewhere", "elsewhere"), ("Not recorded", "not recorded", "not recorded"),
        ("", "not recorded", "not recorded"), ("ward", "elsewhere", "elsewhere"),
    ])
    func `a ward stands under its constituency, however it is written`(written: String, ward: String, area: String) {
        #expect(category(.ward) { $0.ward = written } == ward)
        #expect(category(.constituency) { $0.ward = written } == area)
        #expect(category(.areaCommittee) { $0.ward = written } == area)
        #expect(category(.ward) { $0.ward = nil } == "not recorded")
    }

    @Test func `thirty wards stand in five constituencies, each under a name of its own`() {
        let areas = AreaTable.constituencies
        #expect(areas.count == 5)
        #expect(areas.allSatisfy { $0.wards.count == 6 })
        let rows = Categories(.ward, of: .suspects, asAt: asAt).rows
        #expect(rows.count == 37)
        #expect(Set(rows).count == 37)
        for area in areas {
            for ward in area.wards { #expect(category(.constituency) { $0.ward = ward } == area.name) }
        }
    }

    @Test(arguments: ["not asked", "declined", "not recorded", "white british"])
    func `an ethnic group that is not known says why`(group: String) {
        #expect(category(.ethnicity) { $0.ethnicity = group } == group)
        #expect(category(.ethnicity) { _ in } == "not recorded")
    }

    @Test(arguments: Characteristic.allCases)
    func `what no category has is not recorded, and that is the last of every table`(characteristic: Characteristic) {
        for population in [Population.suspects, .victims] {
            let categories = Categories(characteristic, of: population, asAt: asAt)
            #expect(categories.rows.last == "not recorded")
            #expect(Set(categories.names).count == categories.names.count)
            var odd = Traits()
            (odd.sex, odd.ethnicity, odd.referralSource) = ("a|b/c", "odd", "odd")
            #expect(categories.place(of: odd) == categories.names.count - 1)
            for name in categories.rows { #expect(!name.contains { "|/*:".contains($0) }) }
        }
    }

    @Test func `a crime is recent if it was recorded within twelve months of being committed`() {
        let day = { Day(number: $0) }
        let recent = { (committed: Day?, recorded: Day?) in
            Traits.Crime(committed: committed, recorded: recorded).isRecent
        }
        let first = Day(year: 2016, month: 2, day: 29) ?? day(0)
        #expect(recent(first, Day(year: 2017, month: 2, day: 28)) == true)
        #expect(recent(first, Day(year: 2017, month: 3, day: 1)) == false)
        #expect(recent(first, first) == true)
        #expect(recent(first, first.adding(days: -1)) == nil)
        #expect(recent(nil, first) == nil)
        #expect(recent(first, nil) == nil)
        var traits = Traits()
        let crimes = [(0, 900), (nil, 900), (0, 10), (0, 900)] as [(Int?, Int)]
        let found = crimes.map { crime -> Bool? in
            traits.stand(beside: Traits.Crime(committed: crime.0.map(day), recorded: day(crime.1)))
            return traits.isRecent
        }
        #expect(found == [false, false, true, true])
    }
}
