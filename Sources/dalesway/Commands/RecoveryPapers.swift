// The recovery key on its way to paper: shown once, or written to new files.

import CaseStore
import Printing

/// What was printed of a recovery key, and the files that it goes to, if any.
struct RecoveryPapers {
    private let form: RecoveryPrinting
    private let files: [NewFile]

    /// Makes the files first, so that nothing is changed where they cannot be made: `PATH`, or `PATH.1` to `PATH.3`.
    init(_ form: RecoveryPrinting, out path: String?) throws {
        self.form = form
        var made: [NewFile] = []
        do {
            for name in Self.names(form, path) { made.append(try NewFile(name)) }
        } catch {
            for file in made { file.remove() }
            throw error
        }
        files = made
    }

    /// Takes the files away again where it came to nothing.
    func remove() { for file in files { file.remove() } }

    /// Writes the key or shares, and says to the user what to do with them.
    func show(_ papers: [String]) throws -> (text: String, json: [(String, JSON)]) {
        for (file, paper) in zip(files, papers) {
            try file.write(paper + "\n")
            try file.finish()
        }
        let paths = files.map(\.path)
        let text =
            switch (form, paths.isEmpty) {
            case (.single, true):
                "Recovery key, shown this once (keep it on paper, away from this machine):\n\n    \(papers[0])\n"
            case (.single, false):
                "The recovery key is in \(paths[0]): keep it on paper, away from this machine.\n"
            case (.twoOfThree, true):
                "Recovery shares, shown this once. Any two of them together are the recovery key; give each, on paper, to\n"
                    + "another person, away from this machine:\n\n" + papers.map { "    \($0)\n" }.joined()
            case (.twoOfThree, false):
                "The recovery shares are in \(paths.joined(separator: ", ")): any two together are the recovery key; "
                    + "give each, on paper, to another person.\n"
            }
        let clear = paths.isEmpty ? papers : []
        return (
            text,
            [
                ("recovery", JSON(form == .single ? clear.first : nil)),
                ("recoveryShares", form == .twoOfThree && paths.isEmpty ? JSON(clear) : .null),
                ("recoveryFile", JSON(form == .single ? paths.first : nil)),
                ("recoveryFiles", form == .twoOfThree && !paths.isEmpty ? JSON(paths) : .null),
            ]
        )
    }

    private static func names(_ form: RecoveryPrinting, _ path: String?) -> [String] {
        guard let path else { return [] }
        return form == .single ? [path] : (1...3).map { "\(path).\($0)" }
    }
}

extension RecoveryPrinting: Spoken {
    static var placeholder: String { "FORM" }
}
