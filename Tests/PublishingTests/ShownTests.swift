// A number or a mark comes back from a stored release as it was.
import Foundation
import Testing

@testable import Publishing

struct ShownTests {
    @Test(arguments: [Shown.number(0), .number(12), .range(60, 70), .hidden, .impossible, .unavailable])
    func `what is shown comes back as it was`(_ shown: Shown) throws {
        let bytes = try JSONEncoder().encode([shown])
        #expect(try JSONDecoder().decode([Shown].self, from: bytes) == [shown])
    }

    @Test(arguments: ["[\"[q]\"]", "[[3,2]]", "[[1]]", "[null]", "[1.5]"])
    func `what is no number and no mark is refused`(_ text: String) {
        #expect(throws: (any Error).self) { try JSONDecoder().decode([Shown].self, from: Data(text.utf8)) }
    }
}
