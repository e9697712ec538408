// The report in every form, letter by letter as it was last looked at.

import Foundation
import Publishing
import Testing

@testable import Printing

@Suite struct `The golden reports` {
    private static let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(
        path: "../Fixtures/reports")

    /// DALESWAY_GOLDEN=write writes them anew; whoever does looks at what changed.
    @Test(arguments: ReportFormat.allCases, [ReleaseState.drafted, .published])
    func `are what the program writes`(format: ReportFormat, state: ReleaseState) throws {
        let imprint = state == .drafted ? SampleRelease.draft : SampleRelease.published
        let written = SampleRelease.content().rendered(as: format, under: imprint)
        #expect(SampleRelease.content().rendered(as: format, under: imprint) == written)
        let name = "\(state.rawValue).\(format == .text ? "txt" : format.rawValue)"
        let file = Self.folder.appending(path: name)
        if ProcessInfo.processInfo.environment["DALESWAY_GOLDEN"] == "write" { try Data(written).write(to: file) }
        #expect(
            try Data(contentsOf: file) == Data(written), "\(name) is otherwise now: DALESWAY_GOLDEN=write, then look")
    }
}
