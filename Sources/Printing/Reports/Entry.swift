// What stands in one place of a printed table.

import Publishing

/// One place of a table, never blank: words, a number, or a mark that says why there is none.
enum Entry: Hashable, Sendable {
    case words(String)
    case number(Int)
    /// By how much something went up or down.
    case change(Int)
    case range(Int, Int)
    /// Square brackets and a letter.
    case mark(String)

    /// A published number or its mark.
    init(_ shown: Shown) {
        self =
            switch shown {
            case .number(let count): .number(count)
            case .range(let low, let high): .range(low, high)
            case .hidden, .impossible, .unavailable: .mark(shown.mark ?? "")
            }
    }

    /// A published number; not available where there is none.
    init(_ shown: Shown?) { self.init(shown ?? .unavailable) }

    /// By how much a number changed; not available where there is nothing to compare.
    init(change: Shown?) {
        self =
            switch change {
            case .number(let count)?: .change(count)
            case .range?, .hidden?, .impossible?, .unavailable?, nil: Self(change)
            }
    }

    /// What a reader sees: `12`, `+3`, `60 to 70`, `[c]`.
    var text: String {
        switch self {
        case .words(let words), .mark(let words): words
        case .number(let count): String(count)
        case .change(let count): count > 0 ? "+\(count)" : String(count)
        case .range(let low, let high): low == high ? String(low) : "\(low) to \(high)"
        }
    }

    /// A plan in a sentence, in which nought is none.
    var planned: String { self == .range(0, 0) ? "none" : text }

    /// The number by itself, for what reckons with it.
    var count: Int? {
        switch self {
        case .number(let count), .change(let count): count
        case .words, .range, .mark: nil
        }
    }
}
