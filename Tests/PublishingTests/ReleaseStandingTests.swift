// Four different people: who may do what with a release, and what acts cannot have followed each other.
import Access
import Lifecycle
import Testing

@testable import Publishing

@Suite struct `The standing of a release` {
    private static let departure = Departure(
        table: "people-charged/sex", parameter: .threshold, value: 5, because: "A fictional reason")

    private func act(
        _ kind: ReleaseAct.Kind, _ account: String, _ owner: ReleaseOwner? = nil, at: Int64 = 0
    ) -> ReleaseAct { ReleaseAct(kind, owner: owner, by: account, at: at) }

    private func standing(_ acts: ReleaseAct..., departures: [Departure] = []) throws -> ReleaseStanding {
        try #require(ReleaseStanding(acts, departures: departures))
    }

    private func candidate(_ role: Role, _ account: String, _ body: Organisation = .police, with other: String? = nil)
        -> ReleaseStanding.Candidate
    {
        ReleaseStanding.Candidate(account: account, roles: [role], body: body) { act in
            [account, other].contains(act.account)
        }
    }

    @Test func `is drafted, checked, approved by each body, and then published`() throws {
        var standing = try standing(act(.draft, "p"))
        #expect(standing.state == .drafted && standing.wanted == [.police, .council])
        standing = standing.adding(act(.check, "s"))
        #expect(standing.state == .checked)
        standing = standing.adding(act(.approve, "c", .council))
        #expect(standing.state == .approved && standing.wanted == [.police] && standing.publishedAt == nil)
        standing = standing.adding(act(.approve, "i", .police, at: 7))
        #expect(standing.state == .published && standing.publishedAt == 7 && standing.wanted.isEmpty)
        #expect(ReleaseStanding(standing.acts, departures: []) == standing)
        standing.correctedBy = ReleaseReference(number: 2)
        #expect(standing.state == .corrected && standing.state.isPublished && !standing.state.isOpen)
    }

    @Test func `wants data protection where it departs from the policy`() throws {
        var standing = try standing(
            act(.draft, "p"), act(.check, "s"), act(.approve, "i", .police), act(.approve, "c", .council),
            departures: [Self.departure])
        #expect(standing.state == .approved && standing.wanted == [.dataProtection])
        #expect(try standing.owner(approvedBy: candidate(.dpo, "d")).get() == .dataProtection)
        standing = standing.adding(act(.approve, "d", .dataProtection))
        #expect(standing.state == .published)
    }

    @Test func `is not checked by who drafted it, nor by who stands in for them`() throws {
        let standing = try standing(act(.draft, "p"))
        for (account, other) in [("p", nil), ("s", "p")] {
            let obstacle = try #require(
                standing.obstacle(toCheckBy: candidate(.supervisor, account, with: other)))
            #expect(obstacle.kind == .samePerson && obstacle.instead == .check && !obstacle.missing.isEmpty)
        }
        #expect(standing.obstacle(toCheckBy: candidate(.inspector, "i"))?.kind == .wrongRole)
        for role in [Role.publisher, .supervisor, .dpo] {
            #expect(standing.obstacle(toCheckBy: candidate(role, "x")) == nil)
        }
    }

    private func obstacle(_ standing: ReleaseStanding, _ candidate: ReleaseStanding.Candidate) -> ReleaseObstacle? {
        if case .failure(let obstacle) = standing.owner(approvedBy: candidate) { obstacle } else { nil }
    }

    @Test func `is not approved by who drafted or checked it, by one body twice, unchecked, or by others`() throws {
        let drafted = try standing(act(.draft, "i"))
        #expect(obstacle(drafted, candidate(.inspector, "i"))?.kind == .samePerson)
        #expect(obstacle(drafted, candidate(.inspector, "j"))?.instead == .check)
        #expect(obstacle(drafted, candidate(.inspector, "j", with: "i"))?.kind == .samePerson)
        let checked = drafted.adding(act(.check, "s"))
        #expect(obstacle(checked, candidate(.inspector, "s"))?.kind == .samePerson)
        for (role, body) in [
            (Role.supervisor, Organisation.police), (.publisher, .police), (.dpo, .police), (.inspector, .council),
            (.careLead, .police), (.officer, .police), (.custodian, .council),
        ] {
            #expect(obstacle(checked, candidate(role, "x", body))?.kind == .wrongRole, "\(role) of \(body)")
        }
        let once = checked.adding(act(.approve, "j", .police))
        #expect(obstacle(once, candidate(.inspector, "j"))?.kind == .samePerson)
        let twice = try #require(obstacle(once, candidate(.inspector, "k")))
        #expect(twice.kind == .notNow && twice.missing == ["the approval of \(ReleaseOwner.council.words)"])
        #expect(try once.owner(approvedBy: candidate(.careLead, "c", .council)).get() == .council)
    }

    @Test func `stays as it is once it is published or rejected`() throws {
        let checked = try standing(act(.draft, "p"), act(.check, "s"))
        let published = checked.adding(act(.approve, "i", .police)).adding(act(.approve, "c", .council))
        for standing in [published, checked.adding(act(.reject, "d"))] {
            #expect(standing.obstacle(toCheckBy: candidate(.dpo, "x"))?.kind == .notNow)
            #expect(standing.obstacle(toRejectBy: candidate(.dpo, "x"))?.kind == .notNow)
            #expect(obstacle(standing, candidate(.inspector, "x"))?.kind == .notNow)
        }
    }

    @Test func `is rejected by who checks, approves or drafted it, and by nobody else`() throws {
        let standing = try standing(act(.draft, "p"))
        for role in [Role.publisher, .supervisor, .inspector, .careLead, .dpo] {
            #expect(standing.obstacle(toRejectBy: candidate(role, "x")) == nil, "\(role)")
        }
        #expect(standing.obstacle(toRejectBy: candidate(.officer, "p")) == nil)
        for role in [Role.officer, .care, .custodian] {
            #expect(standing.obstacle(toRejectBy: candidate(role, "x"))?.kind == .wrongRole, "\(role)")
        }
    }

    @Test(
        arguments: [
            [], [(ReleaseAct.Kind.check, "s", nil)], [(.draft, "p", nil), (.draft, "q", nil)],
            [(.draft, "p", nil), (.check, "p", nil)], [(.draft, "p", nil), (.approve, "i", .police)],
            [(.draft, "p", nil), (.check, "s", nil), (.approve, "s", .police)],
            [(.draft, "p", nil), (.check, "s", nil), (.approve, "p", .council)],
            [(.draft, "p", nil), (.check, "s", nil), (.approve, "i", nil)],
            [(.draft, "p", nil), (.check, "s", nil), (.approve, "d", .dataProtection)],
            [(.draft, "p", nil), (.check, "s", nil), (.approve, "i", .police), (.approve, "j", .police)],
            [(.draft, "p", nil), (.check, "s", nil), (.approve, "i", .police), (.approve, "i", .council)],
            [(.draft, "p", nil), (.check, "s", nil), (.approve, "i", .police), (.check, "i", nil)],
            [(.draft, "p", nil), (.reject, "d", nil), (.check, "s", nil)],
        ] as [[(ReleaseAct.Kind, String, ReleaseOwner?)]])
    func `is not believed where its acts cannot have followed each other`(
        acts: [(ReleaseAct.Kind, String, ReleaseOwner?)]
    ) {
        let acts = acts.map { ReleaseAct($0.0, owner: $0.2, by: $0.1, at: 0) }
        #expect(ReleaseStanding(acts, departures: []) == nil)
    }

    @Test func `is not believed where an act is of before the one before it`() {
        #expect(ReleaseStanding([act(.draft, "p", at: 2), act(.check, "s", at: 1)], departures: []) == nil)
    }

    @Test(arguments: ["REL-0001", "REL-0123", "REL-12345"]) func `goes by a reference`(text: String) throws {
        #expect(try #require(ReleaseReference(text)).text == text)
    }

    @Test(arguments: ["", "REL-", "REL-1", "REL-0000", "REL-00001", "rel-0001", "REL-000x", "REL-٠٠٠١", "INV-0001"])
    func `goes by no other`(text: String) { #expect(ReleaseReference(text) == nil) }

    @Test func `takes departures that somebody may allow, and no others`() throws {
        let text = "people-charged/sex:threshold=5"
        let departure = try #require(Departure(reading: text, because: "A reason"))
        #expect(departure.text == text && departure.table == "people-charged/sex" && departure.value == 5)
        #expect(Departure(reading: "a/b:certificate=0", because: "") != nil)
        for wrong in [
            "", "a", "a:threshold", "a:threshold=", "a:threshold=0", "a:threshold=10", "a:threshold=-1",
            ":threshold=5", "a:certificate=1", "a:width=3", "a:threshold=5x",
        ] {
            #expect(Departure(reading: wrong, because: "") == nil, "\(wrong)")
        }
    }
}
