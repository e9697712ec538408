// What the marks mean, said where each table starts.

/// The marks of published tables.
enum Marker: String, CaseIterable {
    case hidden = "[c]"
    case impossible = "[z]"
    case unavailable = "[x]"
    case revised = "[r]"

    /// What it means to a reader.
    var words: String {
        switch self {
        case .hidden:
            """
            [c] is hidden so that nobody can be singled out: a small number, or one from which a small number could be \
            worked out. It may be none.
            """
        case .impossible: "[z] cannot apply."
        case .unavailable: "[x] is not available: there is no number, or nothing to compare it with."
        case .revised: "[r] is revised: an earlier report said otherwise, as section “Revisions” tells."
        }
    }

    /// The marks that stand in these rows, explained; with true zeros, where there are both.
    static func explained(in rows: [Sheet.Row]) -> [String] {
        let entries = rows.flatMap(\.entries)
        let used = allCases.filter { mark in
            entries.contains { entry in
                switch entry {
                case .mark(let text), .words(let text): text.contains(mark.rawValue)
                case .number, .change, .range: false
                }
            }
        }
        guard !used.isEmpty else { return [] }
        return used.map(\.words) + (entries.contains(.number(0)) ? ["0 is a true zero."] : [])
    }
}
