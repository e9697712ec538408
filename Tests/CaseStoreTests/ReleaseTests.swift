// A release on its way through four hands: every act, every refusal, and what the log says of it.
import Access
import AuditLog
import CaseModel
import Cryptography
import DisclosureControl
import Foundation
import Lifecycle
import Publishing
import Testing

@testable import CaseStore

@Suite struct `A release` {
    private let scratch: Scratch
    private let one = Scratch.first
    private static let departure = Departure(
        table: "people-charged/sex", parameter: .threshold, value: 5, because: "A fictional reason")

    init() throws {
        scratch = try Scratch()
        try scratch.found()
    }

    private func state(_ user: String = "publisher") throws -> ReleaseState {
        try scratch.with(user) { try $0.release(one).state }
    }

    @Test func `goes from draft to published through four accounts, none of which opens a name`() throws {
        try scratch.release(through: [])
        #expect(try state() == .drafted)
        try scratch.releasing("supervisor") { try $0.checkRelease(one) }
        #expect(try state() == .checked)
        try scratch.releasing("care-lead") { try $0.approveRelease(one) }
        #expect(try state() == .approved)
        let (release, note) = try scratch.releasing("inspector") { (try $0.approveRelease(one), $0.disclosed) }
        #expect(release.state == .published && release.isPublished)
        #expect(
            release.standing.acts.map(\.words) == [
                "drafted", "checked", "approved for council", "approved for police",
            ])
        #expect(
            release.standing.acts.map { release.accounts[$0.account] } == [
                "publisher", "supervisor", "care-lead", "inspector",
            ])
        #expect(note != nil && release.checkpoint == note)
        // Whoever may read figures may read it now.
        #expect(try scratch.with("officer") { try $0.release(one).content } == release.content)
        #expect(try scratch.with("dpo") { try $0.check().findings.map(\.sentence) } == [])
    }

    @Test func `is made by accounts that hold no compartment at all`() throws {
        try scratch.with("custodian") { store in
            for (name, body, role) in [
                ("p", Organisation.police, Role.publisher), ("s", .police, .publisher), ("i", .police, .inspector),
                ("c", .council, .careLead),
            ] {
                try store.addUser(
                    name, organisation: body, roles: [role], passphrase: Scratch.passphrase, cost: .least)
                for compartment in role.compartments { try store.withdraw(compartment, from: name) }
            }
        }
        try scratch.releasing("p") { store in
            #expect(store.account.compartments == [])
            _ = try store.draftRelease(Scratch.request())
        }
        try scratch.releasing("s") { _ = try $0.checkRelease(one) }
        for user in ["i", "c"] {
            try scratch.releasing(user) { store in
                #expect(store.account.compartments == [])
                _ = try store.approveRelease(one)
            }
        }
        #expect(try state() == .published)
    }

    @Test func `is told of in the log, in plain words, and its publication is a disclosure to the public`() throws {
        try scratch.release()
        try scratch.with("publisher") { _ = try ($0.release(one), $0.releases()) }
        let log = try scratch.with("dpo") { try $0.log() }
        let words = log.map(\.words).filter { $0.contains("REL-") || $0.contains("releases") }
        #expect(
            words == [
                "drafted REL-0001", "checked REL-0001 and found it right", "approved REL-0001 for police",
                "approved REL-0001 for council", "published REL-0001 with it", "read REL-0001", "listed the releases",
            ])
        let disclosure = try #require(log.first { $0.words.hasPrefix("published") })
        #expect(disclosure.verb == "disclosure" && disclosure.recipient == "the public")
        #expect(disclosure.why == "publication")
        #expect(try scratch.faults() == [])
    }

    // --- Who may not. ---

    @Test func `is neither checked nor approved by who drafted it, and the log keeps the attempt`() throws {
        try scratch.release(through: [])
        let check = try scratch.refusal("publisher") { _ = try $0.checkRelease(one) }
        #expect(check.rule == "release.check" && check.missing == ["a check by somebody else"])
        #expect(check.accounts == ["dpo", "supervisor"])
        try scratch.releasing("supervisor") { _ = try $0.rejectRelease(one, because: "Not so") }
        try scratch.releasing("inspector") { _ = try $0.draftRelease(Scratch.request()) }
        let two = ReleaseReference(number: 2)
        try scratch.releasing("supervisor") { _ = try $0.checkRelease(two) }
        let approval = try scratch.refusal("inspector") { _ = try $0.approveRelease(two) }
        #expect(approval.rule == "release.approve" && approval.accounts == ["care-lead"])
        #expect(approval.missing.count == 2 && approval.why.contains("drafted"))
        let log = try scratch.with("dpo") { try $0.log(LogFilter(verb: "denied")) }
        #expect(
            log.map(\.words)
                == Array(
                    repeating: "was refused a second part in a release, which is made by four different people",
                    count: 2))
    }

    @Test func `is not approved by who checked it, though they became the inspector since`() throws {
        try scratch.release(through: ["supervisor"])
        try scratch.with("custodian") {
            try $0.appoint("supervisor", .role(.inspector), from: Day(number: 20_000), until: Day(number: 21_000))
        }
        let refused = try scratch.refusal("supervisor") { _ = try $0.approveRelease(one) }
        #expect(refused.why.contains("checked") && refused.accounts == ["care-lead", "inspector"])
    }

    @Test func `is not checked by who stands in for the drafter, nor approved by them`() throws {
        let day = Day(number: 20_000)
        try scratch.with("custodian") {
            try $0.appoint("supervisor", .cover(for: "publisher"), from: day, until: Day(number: 21_000))
        }
        try scratch.release(through: [])
        #expect(try scratch.refusal("supervisor") { _ = try $0.checkRelease(one) }.accounts == ["dpo"])
        try scratch.releasing("dpo") { _ = try $0.checkRelease(one) }
    }

    @Test func `is approved once for each body, and checked before that`() throws {
        try scratch.release(through: [])
        let early = try scratch.refusal("inspector") { _ = try $0.approveRelease(one) }
        #expect(
            early.missing == ["a check by somebody who did not draft it"] && early.accounts == ["dpo", "supervisor"])
        try scratch.releasing("supervisor") { _ = try $0.checkRelease(one) }
        try scratch.releasing("inspector") { _ = try $0.approveRelease(one) }
        #expect(try scratch.refusal("inspector") { _ = try $0.approveRelease(one) }.accounts == ["care-lead"])
        try scratch.with("custodian") {
            try $0.addUser(
                "second", organisation: .police, roles: [.inspector], passphrase: Scratch.passphrase, cost: .least)
        }
        let twice = try scratch.refusal("second") { _ = try $0.approveRelease(one) }
        #expect(twice.why.contains("approved for police already") && twice.missing.count == 1)
        // A data-protection officer has no part in what keeps to the policy.
        #expect(try scratch.refusal("dpo") { _ = try $0.approveRelease(one) }.why.contains("not asked for"))
        #expect(try state() == .approved)
    }

    @Test func `that is not published is for those who make releases, and whether there is one is not told`() throws {
        try scratch.release(through: [])
        for user in ["officer", "care", "custodian"] {
            for reference in [one, ReleaseReference(number: 9)] {
                let error = try scratch.failure(user) { _ = try $0.release(reference) }
                #expect(error.kind == .notPermitted && error.sentence.contains("not published"))
            }
            #expect(try scratch.with(user) { try $0.releases() }.isEmpty)
        }
        #expect(try scratch.failure("dpo") { _ = try $0.release(ReleaseReference(number: 9)) }.kind == .badData)
    }

    // --- Override. ---

    @Test func `that departs from the policy waits for data protection too`() throws {
        try scratch.release(Scratch.request(departures: [Self.departure]))
        #expect(try state() == .approved)
        let release = try scratch.with("dpo") { try $0.release(one) }
        #expect(release.standing.departures == [Self.departure] && release.standing.wanted == [.dataProtection])
        try scratch.releasing("dpo") { _ = try $0.approveRelease(one) }
        #expect(try state() == .published)
    }

    @Test func `that departs is not approved by the data-protection officer who checked it`() throws {
        try scratch.release(Scratch.request(departures: [Self.departure]), through: ["dpo", "inspector", "care-lead"])
        let refused = try scratch.refusal("dpo") { _ = try $0.approveRelease(one) }
        #expect(refused.missing == ["the approval of \(ReleaseOwner.dataProtection.words)"])
        #expect(refused.why.contains("Nobody can today"))
    }

    // --- One at a time, rejected, corrected. ---

    @Test func `keeps others waiting until it is published or rejected`() throws {
        try scratch.release(through: [])
        let refused = try scratch.refusal("inspector") { _ = try $0.draftRelease(Scratch.request()) }
        #expect(refused.why.contains("REL-0001") && refused.missing.first?.contains("release reject") == true)
        let rejected = try scratch.releasing("dpo") { try $0.rejectRelease(one, because: "It names a place") }
        #expect(rejected.state == .rejected && rejected.standing.acts.last?.because == "It names a place")
        for user in ["supervisor", "inspector"] {
            let refused = try scratch.refusal(user) { store in
                _ = try user == "supervisor" ? store.checkRelease(one) : store.approveRelease(one)
            }
            #expect(refused.why.contains("rejected"))
        }
        #expect(try scratch.release() == ReleaseReference(number: 2))
        #expect(try scratch.with("dpo") { try $0.check().findings.map(\.sentence) } == [])
    }

    @Test func `is corrected by another, stays, and says by which`() throws {
        try scratch.release()
        let two = ReleaseReference(number: 2), three = ReleaseReference(number: 3)
        try scratch.release(Scratch.request(corrects: one), charged: 36)
        let corrected = try scratch.with("publisher") { try $0.release(one) }
        #expect(corrected.state == .corrected && corrected.isPublished && corrected.standing.correctedBy == two)
        let correction = try scratch.with("publisher") { try $0.release(two) }
        #expect(correction.content.corrects == "REL-0001" && correction.content.because != nil)
        let again = try scratch.failure("publisher") { _ = try $0.draftRelease(Scratch.request(corrects: one)) }
        #expect(again.kind == .badData && again.sentence.contains("REL-0002"))
        let none = try scratch.failure("publisher") { _ = try $0.draftRelease(Scratch.request(corrects: three)) }
        #expect(none.kind == .badData)
        var silent = Scratch.request(corrects: two)
        silent.because = nil
        #expect(try scratch.failure("publisher") { _ = try $0.draftRelease(silent) }.sentence.contains("--because"))
    }

    @Test func `is of no day that is still to come, and its words are lines`() throws {
        let tomorrow = Day(number: Int(scratch.moment / 86_400_000) + 1)
        #expect(
            try scratch.failure("publisher") { _ = try $0.draftRelease(Scratch.request(tomorrow)) }.kind == .badData)
        var late = Scratch.request()
        late.knownAt = tomorrow
        #expect(try scratch.failure("publisher") { _ = try $0.draftRelease(late) }.sentence.contains("still to come"))
        for title in ["", " ", "Two\nlines", String(repeating: "a", count: 301)] {
            var request = Scratch.request()
            request.title = title
            #expect(try scratch.failure("publisher") { _ = try $0.draftRelease(request) }.sentence.contains("--title"))
        }
    }

    // --- What changed since. ---

    @Test func `is not found right where the file counts otherwise now`() throws {
        try scratch.release(through: [])
        let error = try scratch.failure("supervisor", charged: 31) { _ = try $0.checkRelease(one) }
        #expect(error.kind == .badData && error.sentence.contains("counts otherwise"))
        #expect(try state() == .drafted)
    }

    @Test func `is checked anew where a figure was given elsewhere since, before it is approved`() throws {
        try scratch.release(through: ["supervisor", "inspector"])
        try scratch.with("dpo") {
            _ = try $0.noteFact(
                of: "people-charged", cells: [], on: Scratch.day, bounds: 30...30, source: "A fictional court list")
        }
        let refused = try scratch.refusal("care-lead") { _ = try $0.approveRelease(one) }
        #expect(refused.missing == ["another check: dalesway release check REL-0001"])
        #expect(refused.accounts == ["dpo", "supervisor"])
        try scratch.releasing("supervisor") { _ = try $0.checkRelease(one) }
        try scratch.releasing("care-lead") { _ = try $0.approveRelease(one) }
        #expect(try state() == .published)
    }

    @Test func `waits by name for those who can go on with it, and for nobody else`() throws {
        func told() throws -> [String] {
            try ["publisher", "supervisor", "inspector", "care-lead", "dpo", "officer"].filter { user in
                try scratch.with(user) { $0.notes.contains { $0.contains("REL-0001 waits") } }
            }
        }
        #expect(try told() == [])
        try scratch.release(through: [])
        #expect(try told() == ["supervisor", "dpo"])
        try scratch.releasing("supervisor") { _ = try $0.checkRelease(one) }
        #expect(try told() == ["inspector", "care-lead"])
        try scratch.releasing("inspector") { _ = try $0.approveRelease(one) }
        #expect(try told() == ["care-lead"])
        try scratch.releasing("care-lead") { _ = try $0.approveRelease(one) }
        #expect(try told() == [])
    }
}
