// Tables add up.
import Testing

@testable import DisclosureControl

struct TableTests {
    @Test func `margins are the sums of the rows that are no sums themselves`() {
        let table = Table(
            "t", of: nil, isCumulative: true, rows: ["A", "B", "city"], cols: ["m", "f"],
            rowParents: ["city": ["A", "B"]], counts: [[1, 2], [3, 4], [4, 6]])
        #expect(table.rowTotals.map(\.count) == [3, 7, 10])
        #expect(table.colTotals.map(\.count) == [4, 6])
        #expect(table.total.count == 10)
    }
}
