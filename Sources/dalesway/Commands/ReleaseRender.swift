// The command `release render`: a release in a form to hand out.

import Access
import CaseStore
import Lifecycle
import Printing
import Publishing

extension Dalesway {
    static let releaseRender = Command(
        "release render", "Write a release as a page, a spreadsheet, comma-separated values, JSON or text.",
        details: """
            The page (html) needs nothing beside itself: charts with their tables, and a style for paper. The spreadsheet \
            (ods) holds one table to a sheet. csv holds a line for each place of each table; with --to a folder, new or \
            empty, each table goes to a file of its own. text ends on a terminal if nothing is said. The same release has the \
            same bytes. What is not published says in every form that it is a draft. A file that stands is never overwritten.
            """,
        examples: [
            "dalesway release render REL-0001 --format html --to progress.html",
            "dalesway release render REL-0001 --format csv --to tables", "dalesway release render REL-0001 --json",
        ],
        .argument("release", "The release's reference.", as: ReleaseReference.self),
        .option("format", "The form; text if not said.", as: ReportFormat.self),
        .option("to", "The new file, or for csv the folder; standard output if not said.", value: "PATH")
    ) { (call, reference: ReleaseReference, format: ReportFormat?, path: String?) in
        guard !call.json || format ?? .json == .json else {
            throw Trouble("--json prints JSON: leave out --format \(format?.rawValue ?? "")", .usage)
        }
        let format = call.json ? .json : format ?? .text
        guard format != .ods || path != nil else {
            throw Trouble("a spreadsheet goes to a file: say --to PATH", .usage)
        }
        if format == .csv, let path, !path.hasSuffix(".csv") { return try writeTables(of: reference, to: path, call) }
        let file = try path.map { try NewFile($0) }
        do {
            let release = try call.signedIn { try $0.release(reference) }
            let imprint = Imprint(release)
            guard let file, let path else {
                if call.json { return Answer("", json: release.content.json(under: imprint)) }
                // As it is: what is made visible on a terminal would spoil the ends of lines.
                try call.output.write(release.content.rendered(as: format, under: imprint))
                return .written
            }
            try file.write(bytes: release.content.rendered(as: format, under: imprint))
            try file.finish()
            return written([path], release, imprint)
        } catch {
            file?.remove()
            throw error
        }
    }

    /// Writes each table to a file of its own, in a folder that is new or empty.
    private static func writeTables(of reference: ReleaseReference, to path: String, _ call: Call) throws -> Answer {
        try makeFolder(path)
        let files = PackFolder(path)
        do {
            let release = try call.signedIn { try $0.release(reference) }
            let imprint = Imprint(release)
            for file in release.content.csvFiles(under: imprint) { try files.write(file.name, file.text) }
            return written(try files.finish().map { "\(path)/\($0)" }, release, imprint)
        } catch {
            files.remove()
            throw error
        }
    }

    private static func written(_ files: [String], _ release: Release, _ imprint: Imprint) -> Answer {
        let status = imprint.watermark.map { ", marked \($0)" } ?? ""
        return Answer(
            "\(release.reference.text) written\(status):\n" + files.map { "\($0)\n" }.joined(),
            json: [
                "release": .text(release.reference.text), "status": .text(release.state.rawValue),
                "watermark": JSON(imprint.watermark), "hash": .text(release.hash), "files": JSON(files),
            ])
    }
}

extension Imprint {
    /// What stands beside a release: who signed in which role, and nobody's name.
    init(_ release: Release) {
        self.init(
            state: release.state, hash: release.hash,
            signatures: release.standing.acts.filter { $0.kind != .reject }.map { act in
                let role =
                    switch act.kind {
                    case .draft: "who made it"
                    case .check: "a second person, who did not make it"
                    case .approve, .reject: act.owner?.words ?? "not said"
                    }
                return Signature(act: act.words, role: role, on: LondonTime(at: act.at).day.iso)
            }, checkpoint: release.checkpoint, correctedBy: release.standing.correctedBy?.text,
            exceptions: release.standing.departures.map { "\($0.words) Because: \($0.because)" })
    }
}
