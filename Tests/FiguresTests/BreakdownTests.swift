// Which breakdowns there are, and which are refused with what.

import Lifecycle
import Testing

@testable import Figures

@Suite struct BreakdownTests {
    private func refusal(_ text: String) -> BreakdownRefusal? {
        do {
            _ = try Breakdown(text)
            return nil
        } catch {
            return error
        }
    }

    @Test(arguments: [
        ("people-charged:sex", "people-charged/sex"), ("people-charged:sex,ethnicity", "people-charged/ethnicity/sex"),
        ("people-charged:ethnicity,sex", "people-charged/ethnicity/sex"),
        ("people-charged:Age-band at_the time", "people-charged/age band at the time"),
        ("people-on-bail:recency,ward", "people-on-bail/ward/recency"),
        ("victims-receiving-support:referral source,sex", "victims-receiving-support/referral source/sex"),
        ("victims-identified-and-interviewed:area committee", "victims-identified-and-interviewed/area committee"),
    ])
    func `is the same whichever characteristic is named first`(text: String, id: String) throws {
        #expect(try Breakdown(text).id == id)
    }

    @Test(arguments: [
        ("people-charged", BreakdownRefusal.Why.unknownFigure, "no colon"), ("", .unknownFigure, "no colon"),
        ("people-charge:sex", .unknownFigure, "perhaps people-charged"),
        ("nobody:sex", .unknownFigure, "There is no figure of that name. "),
        ("people-charged:", .unknownCharacteristic, "There are: ward, "),
        ("people-charged:ethnicty", .unknownCharacteristic, "perhaps ethnicity"),
        ("people-charged:age", .unknownCharacteristic, "perhaps age band at the time or age band now"),
        ("people-charged:agee", .unknownCharacteristic, "perhaps age band at the time or age band now"),
        ("people-charged:council", .unknownCharacteristic, "of that name. There are"),
        ("people-charged:referal source", .unknownCharacteristic, "perhaps referral source"),
        ("people-charged:sex,ethnicity,recency", .forbiddenCross, "At most two"),
        ("people-charged:sex,sex", .forbiddenCross, "named twice"),
        ("people-charged:ward,constituency", .forbiddenCross, "are not crossed"),
        ("people-charged:age band now,age band at the time", .forbiddenCross, "are not crossed"),
        ("victims-identified-and-interviewed:ward,sex", .forbiddenCross, "an area is crossed with nothing"),
        ("victims-receiving-support:sex,area committee", .forbiddenCross, "an area is crossed with nothing"),
        ("people-charged:referral source", .unfit, "of victims alone"),
        ("people-charged:community", .unfit, "numbers from elsewhere alone"),
        ("live-investigations:sex", .unfit, "one of it is an investigation"), ("arrests:sex", .unfit, "an arrest"),
        ("retrials-due:sex", .unfit, "a trial"), ("team-posts:sex", .unfit, "a post"),
        ("people-scheduled-for-arrest:sex", .unfit, "planning range"), ("children-at-risk:sex", .unfit, "others'"),
    ])
    func `is refused in words that say what to do`(text: String, why: BreakdownRefusal.Why, words: String) throws {
        let refusal = try #require(self.refusal(text))
        #expect(refusal.why == why)
        #expect(refusal.message.contains(words), "\(refusal.message)")
        #expect(refusal.message.hasSuffix(refusal.rule))
        #expect(refusal.isMisspelt == (why == .unknownFigure || why == .unknownCharacteristic))
    }

    @Test func `is refused without any characteristic`() {
        #expect(throws: BreakdownRefusal.self) { try Breakdown(of: .peopleCharged, by: []) }
    }

    @Test(arguments: [(0, true), (1, true), (9, true), (10, false), (109, false)])
    func `of a small total is not published`(total: Int, isRefused: Bool) throws {
        let refusal = try Breakdown("people-charged:sex").refusal(ofPublishing: total, threshold: 10)
        #expect((refusal != nil) == isRefused)
        if total > 0 { #expect(refusal?.message.contains("\(total) ") != true) }
    }

    @Test func `by two kinds of area tells the same people twice`() throws {
        let ward = try Breakdown("people-charged:ward")
        #expect(ward.clash(with: try Breakdown("people-charged:constituency,sex"))?.why == .clash)
        #expect(ward.clash(with: try Breakdown("people-charged:ward,sex")) == nil)
        #expect(ward.clash(with: try Breakdown("people-on-bail:constituency")) == nil)
        #expect(ward.clash(with: try Breakdown("people-charged:sex")) == nil)
    }

    @Test(arguments: [
        ("people-charged:sex", true), ("people-charged:ethnicity,age band at the time", true),
        ("people-charged:age band now", false), ("people-charged:sex,recency", false), ("people-on-bail:sex", false),
        ("people-under-police-investigation:sex", false),
    ])
    func `grows only if the figure does and nobody changes category`(text: String, isCumulative: Bool) throws {
        #expect(try Breakdown(text).isCumulative == isCumulative)
    }

    @Test func `each figure of people has a population, and no other`() {
        for figure in Figure.all {
            let isOfPeople = figure.unit == .person && figure.id != "people-scheduled-for-arrest"
            #expect((figure.population != nil) == isOfPeople, "\(figure.id)")
            if isOfPeople {
                #expect((figure.population == .victims) == figure.id.hasPrefix("victims-"), "\(figure.id)")
            }
        }
    }
}
