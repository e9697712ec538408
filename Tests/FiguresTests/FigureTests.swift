// The list of figures itself.

import Lifecycle
import Testing

@testable import Figures

@Suite struct FigureTests {
    @Test func `names are unique and the definitions are sentences`() {
        #expect(Set(Figure.all.map(\.id)).count == Figure.all.count)
        for figure in Figure.all {
            #expect(figure.definition.hasSuffix("."))
            #expect(!figure.definition.contains("\n"))
            #expect(Figure.named(figure.id) == figure)
        }
    }

    @Test func `every seed figure from G01 to G32 has one figure`() {
        let seeds = Figure.all.flatMap(\.seeds)
        #expect(seeds.sorted() == (1...32).map { $0 < 10 ? "G0\($0)" : "G\($0)" })
    }

    @Test func `the figure that was never published says so on its day`() {
        let day = Day("2016-09-19")
        #expect(day.flatMap { Figure.completedInvestigations.note(asAt: $0) }?.contains("own plan") == true)
        #expect(Figure.completedInvestigations.note(asAt: Day(number: 0)) == nil)
    }
}
