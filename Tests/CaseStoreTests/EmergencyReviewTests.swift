// The morning after: who is told of an emergency access, who reviews it, and that nobody can make it go away.
import Access
import AuditLog
import CaseModel
import Cryptography
import Foundation
import Interchange
import Lifecycle
import Rows
import SQLite
import Testing

@testable import CaseStore

@Suite struct `The review of an emergency access` {
    let scratch: Scratch
    private static let note = "1 emergency access waits for review"

    init() throws { scratch = try .withSupport() }

    private func told(_ user: String) throws -> Bool {
        try scratch.with(user) { $0.notes.contains { $0.hasPrefix(Self.note) } }
    }

    private func reviews(_ user: String, _ scope: WorkQuestion.Scope = .mine) throws -> [WorkItem] {
        try scratch.with(user) { try $0.due(WorkQuestion(scope)).items.filter { $0.clock == "break-glass" } }
    }

    @Test(arguments: [("care", "SUS-0001"), ("officer", "SUP-0001")])
    func `waits for who leads that body's work or that whose record it is, and for data protection`(
        user: String, record: String
    ) throws {
        let able = ["care-lead", "supervisor", "inspector", "dpo"]
        let leaf = try #require(try scratch.breakGlass(record, as: user).glass?.leaf)
        for account in ["officer", "care", "care-lead", "supervisor", "inspector", "dpo", "publisher", "custodian"] {
            #expect(try told(account) == able.contains(account), "\(account)")
            let isOther = account.hasPrefix("care") != user.hasPrefix("care")
            #expect(
                try scratch.with(account) { $0.notes.contains { $0.contains("(1 by the other body)") } }
                    == (able.contains(account) && isOther), "\(account)")
            let items = account == "publisher" ? [] : try reviews(account)
            // Data protection is told, and does it where nobody else can: it is not on their list of work.
            #expect(items.count == (able.contains(account) && account != "dpo" ? 1 : 0), "\(account)")
            for item in items {
                #expect(item.reference.text == record && item.left <= 4 && item.left >= 0 && item.title == nil)
                #expect(item.due == item.from.adding(workingDays: 1))
                #expect(item.words.hasPrefix("what \(isOther ? "the other body" : "somebody") opened"))
                #expect(item.command?.contains("audit review \(leaf) ") == true)
            }
            guard ["care-lead", "supervisor", "inspector", "dpo"].contains(account) else {
                let error = try scratch.turnedAway { try scratch.with(account) { try $0.emergencies() } }
                #expect(error.kind == .notPermitted)
                #expect(try scratch.leaves().last?.verb == .denied)
                continue
            }
            let seen = try scratch.with(account) { try $0.emergencies() }
            #expect(seen.map(\.leaf) == (able.contains(account) ? [leaf] : []), "\(account)")
            for view in seen {
                #expect(view.actor == user && view.record.text == record && view.code == "safeguarding" && view.isMine)
                #expect(view.isOfOtherBody == isOther)
                #expect(view.words == Scratch.emergency.text, "\(account)")
            }
        }
        #expect(try scratch.faults() == [])
    }

    @Test func `takes it off every list, once, and stays in the log`() throws {
        let leaf = try #require(try scratch.breakGlass("SUP-0001", as: "officer").glass?.leaf)
        let found = try scratch.with("supervisor") {
            try $0.review([leaf], finding: .notJustified, because: "A fictional excuse")
        }
        let review = try #require(found.first?.review)
        #expect(review.by == "supervisor" && review.finding == .notJustified && review.words == nil)
        #expect(found.first?.words == nil && found.first?.isMine == false)
        let told = try scratch.leaves()[review.leaf]
        #expect(told.verb == .alteration && told.commitments.count == 2)
        for user in ["supervisor", "inspector", "dpo"] {
            #expect(try !self.told(user) && scratch.with(user) { try $0.emergencies() }.isEmpty)
        }
        #expect(try reviews("supervisor", .team).isEmpty)
        let kept = try #require(try scratch.with("dpo") { try $0.emergencies(all: true) }.first)
        #expect(kept.words == Scratch.emergency.text && kept.review?.words == "A fictional excuse")
        let again = try scratch.turnedAway {
            try scratch.with("inspector") { try $0.review([leaf], finding: .justified, because: "x") }
        }
        #expect(again.kind == .badData && again.sentence.contains("was reviewed already"))
        #expect(try scratch.faults() == [])
    }

    @Test func `takes several at once, in one leaf, or none of them`() throws {
        let places = try ["SUS-0001", "SUS-0002", "CUS-0001"].map {
            try #require(try scratch.breakGlass($0, as: "care").glass?.leaf)
        }
        let error = try scratch.turnedAway {
            try scratch.with("care-lead") { try $0.review([places[0], 3], finding: .justified, because: "x") }
        }
        #expect(error.kind == .badData && error.sentence.contains("Entry 3 "))
        #expect(try scratch.with("care-lead") { try $0.emergencies() }.count == 3)
        let done = try scratch.with("care-lead") {
            try $0.review([places[2], places[0], places[0]], finding: .justified, because: "A fictional night")
        }
        #expect(done.map(\.leaf) == [places[0], places[2]] && Set(done.compactMap(\.review?.leaf)).count == 1)
        #expect(try scratch.with("care-lead") { try $0.emergencies() }.map(\.leaf) == [places[1]])
        #expect(try scratch.faults() == [])
    }

    @Test func `says why in a line that can be kept`() throws {
        let leaf = try #require(try scratch.breakGlass("SUP-0001", as: "officer").glass?.leaf)
        for words in ["", " ", "two\nlines", String(repeating: "a", count: 501)] {
            let error = try scratch.turnedAway {
                try scratch.with("supervisor") { try $0.review([leaf], finding: .justified, because: words) }
            }
            #expect(error.kind == .badData)
            #expect(try told("supervisor"))
        }
    }

    @Test func `is not by who broke the glass, nor by who stands in for them, and the attempt is in the log`() throws {
        let leaf = try #require(try scratch.breakGlass("SUP-0001", as: "supervisor").glass?.leaf)
        let today = Day(number: Int(scratch.moment / 86_400_000))
        _ = try scratch.with("custodian") {
            try $0.appoint("officer", .cover(for: "supervisor"), from: today, until: today.adding(days: 3))
        }
        for user in ["supervisor", "officer"] {
            #expect(try !told(user), "\(user)")
            #expect(try reviews(user).isEmpty)
            #expect(try reviews(user, .team).count == 1)
            let error = try scratch.turnedAway {
                try scratch.with(user) { try $0.review([leaf], finding: .justified, because: "x") }
            }
            #expect(error.kind == .notPermitted && error.sentence.contains("inspector"), "\(user)")
            #expect(!error.sentence.contains("officer"))
            #expect(try scratch.leaves().last?.verb == .denied)
        }
        #expect(try told("inspector"))
        // Either body's review takes it off: the record is social care's.
        _ = try scratch.with("care-lead") { try $0.review([leaf], finding: .justified, because: "A fictional night") }
        #expect(try !told("inspector"))
    }

    @Test func `falls to data protection where nobody else of that body can`() throws {
        try scratch.breakGlass("SUS-0001", as: "care-lead")
        #expect(try reviews("supervisor").map(\.bearer.roles) == [[.supervisor, .inspector]])
        _ = try scratch.with("custodian") { for name in ["supervisor", "inspector"] { try $0.suspend(name) } }
        #expect(try reviews("dpo").map(\.bearer.roles) == [[.dpo]])
        #expect(try told("dpo") && !told("care-lead"))
    }

    @Test func `is due only to who asks for days, records and knowledge in which it is`() throws {
        try scratch.breakGlass("SUP-0001", as: "officer")
        let today = Day(number: Int(scratch.moment / 86_400_000))
        func count(_ question: WorkQuestion) throws -> Int {
            try scratch.with("supervisor") { try $0.due(question).items.count { $0.clock == "break-glass" } }
        }
        #expect(try count(WorkQuestion(.team, asAt: today.adding(days: 9))) == 1)
        #expect(try count(WorkQuestion(.team, asAt: today.adding(days: -1))) == 0)
        #expect(try count(WorkQuestion(.team, knownAt: today.adding(days: -1))) == 0)
        #expect(try count(WorkQuestion(.team, record: Reference("SUP-0001"))) == 1)
        #expect(try count(WorkQuestion(.team, record: Reference("SUS-0001"))) == 0)
        #expect(try count(WorkQuestion(.team, within: 0)) == 0)
        #expect(try count(WorkQuestion(.of("inspector"))) == 1)
        #expect(try count(WorkQuestion(.of("officer"))) == 0)
        // The list is counted with the lines that are not shown.
        let list = try scratch.with("supervisor") { try $0.due(WorkQuestion(.team, limit: 0)) }
        #expect(list.items.isEmpty && list.hidden > 0)
    }
}
