// Two releases side by side: what both show, and nothing else.
import Testing

@testable import Publishing

struct DiffTests {
    @Test func `a release does not differ from itself`() {
        #expect(ReleaseDiff(Fixed.content, Fixed.content).changes.isEmpty)
    }

    @Test(arguments: [UInt64(1), 2])
    func `every value that differs is told once, and marks stay marks`(_ seed: UInt64) throws {
        var operation = Operation(seed: seed)
        let first = try Assembly(operation.input(1))
        operation.month()
        let second = try Assembly(operation.input(2, earlier: [first.earlier]))
        let diff = ReleaseDiff(first.content, second.content)
        #expect(!diff.changes.isEmpty)
        #expect(Set(diff.changes.map(\.place)).count == diff.changes.count)
        for change in diff.changes {
            #expect(change.was != change.now)
            if change.was == .hidden || change.now == .hidden { #expect(change.difference == nil) }
        }
        let back = ReleaseDiff(second.content, first.content)
        #expect(Set(back.changes.map(\.place)) == Set(diff.changes.map(\.place)))
    }
}
