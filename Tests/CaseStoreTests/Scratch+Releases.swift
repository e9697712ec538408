// Releases made by hand: of one figure and one table that hides nothing, so that what is done with them is tested alone.
import Access
import CaseModel
import DisclosureControl
import Foundation
import Lifecycle
import Publishing
import Rows
import SQLite
import Testing

@testable import CaseStore

extension Scratch {
    static let first = ReleaseReference(number: 1)

    /// What a release of so many people charged is made of.
    static func material(
        _ request: ReleaseRequest, _ reference: ReleaseReference, charged: Int = 30
    ) -> ReleaseMaterial {
        let table = Table(
            "people-charged/sex", of: "people-charged", isCumulative: true, rows: ["female", "male"],
            counts: [[10], [charged - 10]])
        let statement = Statement(
            reference.text, day: request.asAt.number,
            headlines: [Headline("people-charged", charged, isCumulative: true, isExempt: true)], tables: [table])
        let content = ReleaseContent(
            reference: reference.text, title: request.title ?? "Progress", asAt: request.asAt.iso,
            knownAt: request.knownAt.iso, yearAgo: request.asAt.adding(months: -12).iso,
            corrects: request.corrects?.text, because: request.because, rules: "1", policy: "1",
            headlines: [
                HeadlineRow(
                    id: "people-charged", title: "People charged", unit: "person", definition: "Fictional.",
                    edition: "1", group: "suspects", isStock: false, now: .number(charged))
            ], tables: [PublishedTable(table, title: "By sex", by: ["sex"])])
        let protection = Protection(statement: statement, withheld: [], warnings: [], certificate: Certificate())
        return ReleaseMaterial(content: content, statements: [statement], protection: protection)
    }

    static let day = Day(number: 20_000)

    static func request(
        _ day: Day = Scratch.day, departures: [Departure] = [], corrects: ReleaseReference? = nil
    ) -> ReleaseRequest {
        var request = ReleaseRequest(asAt: day, knownAt: day)
        request.departures = departures
        request.corrects = corrects
        request.because = corrects.map { _ in "A fictional arrest was entered late" }
        return request
    }

    /// Does something with releases as one account, counted by hand.
    @discardableResult
    func releasing<Result>(_ user: String, charged: Int = 30, _ body: (CaseStore) throws -> Result) throws -> Result {
        let store = try open(user)
        store.composer = { Self.material($0, $1, charged: charged) }
        do {
            let result = try body(store)
            try store.close()
            return result
        } catch {
            try store.close()
            throw error
        }
    }

    /// Drafts a release as the publisher, and brings it as far as is said.
    @discardableResult
    func release(
        _ request: ReleaseRequest = Scratch.request(),
        through steps: [String] = ["supervisor", "inspector", "care-lead"],
        charged: Int = 30
    ) throws -> ReleaseReference {
        let reference = try releasing("publisher", charged: charged) {
            try $0.draftRelease(request).release.reference
        }
        for (place, user) in steps.enumerated() {
            try releasing(user, charged: charged) { store in
                _ = try place == 0 ? store.checkRelease(reference) : store.approveRelease(reference)
            }
        }
        return reference
    }

    /// The refusal that something comes to.
    func refusal(_ user: String, charged: Int = 30, _ body: (CaseStore) throws -> Void) throws -> Refusal {
        let refused = #expect(throws: Refused.self) { try releasing(user, charged: charged, body) }
        return try #require(refused?.refusals.first)
    }

    /// The failure that something comes to.
    func failure(_ user: String, charged: Int = 30, _ body: (CaseStore) throws -> Void) throws -> StoreError {
        let error = #expect(throws: StoreError.self) { try releasing(user, charged: charged, body) }
        return try #require(error)
    }
}
