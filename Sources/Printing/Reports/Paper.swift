// A report before it has a form: its front and its sections in order, the same for every form.

/// A report as words, tables and charts.
struct Paper: Hashable, Sendable {
    let title: String
    /// What it says of itself unless it is published.
    let watermark: String?
    /// What stands on its front, each with its name.
    let front: [Fact]
    let sections: [Section]

    /// Something named: `As at`, `31 October 2018`.
    struct Fact: Hashable, Sendable {
        let name: String
        let words: String
    }

    /// A section: a heading and what stands below it.
    struct Section: Hashable, Sendable {
        /// Where links lead.
        let id: String
        let title: String
        let blocks: [Block]
    }

    /// What stands in a section.
    enum Block: Hashable, Sendable {
        case heading(String)
        case text(String)
        /// The paragraphs that a committee may take as they are.
        case statement([String])
        case list([String])
        /// The few numbers that everybody asks for.
        case cards([Card])
        case sheet(Sheet)
        /// What is signed, letter by letter, and what it is.
        case verbatim(String, String)
    }

    /// One of the few numbers.
    struct Card: Hashable, Sendable {
        let title: String
        let number: String
        let change: String
    }

    /// Every table, in order: the number of each is its place.
    var sheets: [Sheet] {
        sections.flatMap(\.blocks).compactMap { if case .sheet(let sheet) = $0 { sheet } else { nil } }
    }
}
