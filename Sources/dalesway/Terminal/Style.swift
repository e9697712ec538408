// Whether an answer may be coloured, and the one emphasis there is.

/// The emphasis of headings on a terminal.
struct Style: Sendable {
    /// What `--color` may say.
    enum Choice: String, CaseIterable, Spoken {
        case auto, always, never

        static var placeholder: String { "WHEN" }
    }

    let isOn: Bool

    /// Decides from what was asked, whether a person is looking, and the two customary variables.
    init(_ choice: Choice?, isTerminal: Bool, environment: borrowing Environment) {
        switch choice ?? .auto {
        case .always: isOn = true
        case .never: isOn = false
        case .auto: isOn = isTerminal && environment["NO_COLOR", default: ""].isEmpty && environment["TERM"] != "dumb"
        }
    }

    /// The text as a heading.
    func heading(_ text: String) -> String {
        isOn ? "\u{1B}[1m\(text)\u{1B}[0m" : text
    }
}
