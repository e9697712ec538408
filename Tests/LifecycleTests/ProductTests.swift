// An investigation, a submission, suspects, their custody and their charges together: every state that they can come to.

import Foundation
import Lifecycle
import Testing

@Suite struct ProductTests {
    private static let isWhole = ProcessInfo.processInfo.environment["DALESWAY_SOAK"] != nil

    /// Case files, each with the most states that are gone on from: in the daily run, and in the soak.
    static let caseFiles: [(suspects: [[String]], begun: Int, daily: Int, soak: Int)] = [
        ([["PRIMARY"]], 19_700, 1_000, .max),
        ([["PRIMARY"]], 16_000, 300, 200_000),
        ([["PRIMARY", "ANCILLARY"]], 19_700, 300, 200_000),
        ([["PRIMARY"], ["PRIMARY"]], 17_500, 300, 200_000),
    ]

    @Test(arguments: caseFiles)
    func `contradict each other in no state, and always find a way to the end`(
        suspects: [[String]], begun: Int, daily: Int, soak: Int
    ) throws {
        let product = try Product.caseFile(suspects, begun: Day(number: begun))
        let found = Exploration(
            product, limit: Self.isWhole ? soak : daily, contradictions: product.contradictions)
        print(
            """
            product of \(suspects) begun \(Day(number: begun).iso): \(found.states.count) states\
            \(found.isWhole ? ", which is all" : ", \(found.expanded) of them gone on from"), \(found.pairs.count) pairs, \
            at most \(found.longestChain) events that followed from one
            """)
        for (name, (count, first)) in found.broken {
            Issue.record("\(name), in \(count) states, first: \(found.story(first))")
        }
        if let first = found.stuck.first {
            Issue.record("\(found.stuck.count) states lead to no end, first: \(found.story(first))")
        }
        #expect(found.longestChain <= 12)
        #expect(found.pairs.count > 500)
    }
}
