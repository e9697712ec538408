// Hostile text made harmless, and honest text left alone.

import Printing
import Testing

@Suite struct `Visible text` {
    @Test(arguments: [
        "plain", "Zoë Ó Súilleabháin", "شمیم اختر", "می\u{200C}خواهم", "👩\u{200D}👧", "a\tb\nc", "李小龙", "ਸਤਿ",
        "e\u{301}", "\u{1B}[1mhead\u{1B}[0m",
    ])
    func `stays as it is`(text: String) { #expect(visible(text) == text) }

    @Test(arguments: [
        ("\u{1B}]0;title\u{7}", "\\u{1B}]0;title\\u{7}"), ("\u{1B}[31mred", "\\u{1B}[31mred"),
        ("\u{1B}[1", "\\u{1B}[1"),
        ("a\rb", "a\\u{D}b"), ("\u{8}\u{0}", "\\u{8}\\u{0}"), ("\u{9B}2J", "\\u{9B}2J"), ("\u{85}", "\\u{85}"),
        ("Wren\u{202E}nerW", "Wren\\u{202E}nerW"), ("\u{2066}a\u{2069}", "\\u{2066}a\\u{2069}"),
        ("a\u{200B}b", "a\\u{200B}b"), ("\u{FEFF}", "\\u{FEFF}"), ("\u{E0041}", "\\u{E0041}"),
        ("\u{2028}", "\\u{2028}"),
        ("\u{AD}", "\\u{AD}"), ("\u{F8FF}", "\\u{F8FF}"),
    ])
    func `is written out`(text: String, shown: String) { #expect(visible(text) == shown) }

    @Test func `keeps to its line where it must`() {
        #expect(visible("Wren\nPER-0002  forged", oneLine: true) == "Wren\\u{A}PER-0002  forged")
        #expect(visible("\u{1B}[1ma", oneLine: true) == "\\u{1B}[1ma")
        #expect(visible("a\tb", oneLine: true) == "a\\u{9}b")
    }

    @Test func `shown twice is shown once`() {
        for value in 0...0xFFFF {
            guard let scalar = Unicode.Scalar(UInt32(value)) else { continue }
            let once = visible(String(scalar), oneLine: true)
            if visible(once, oneLine: true) != once { Issue.record("U+\(String(value, radix: 16))") }
        }
    }
}
