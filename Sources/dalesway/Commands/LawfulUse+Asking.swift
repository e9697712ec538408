// What the log is read for: said on the line, or asked where a person sits.

import Access
import Glibc
import Printing

extension LawfulUse: Spoken {
    static var placeholder: String { "USE" }
}

extension LondonSpan: Spoken {
    static func read(_ word: String) -> LondonSpan? { LondonSpan(word) }
    static var placeholder: String { "DAY|MOMENT" }
    static var expected: String { "a day or a moment in London, such as 2026-11-21 or 2026-11-21T14:05" }
}

extension Parameter<LawfulUse?> {
    /// `--use USE`, which every question to the log has.
    static var use: Self {
        .option("use", "What the log is read for: section 62(4) allows these and no others; asked if not said.")
    }
}

extension Call {
    /// The use that was said; else it is asked for on the terminal.
    ///
    /// - Throws: ``Trouble`` with 64 and the four uses in plain words, where nobody can be asked or none of them is answered.
    func lawful(_ said: LawfulUse?) throws(Trouble) -> LawfulUse {
        if let said { return said }
        if talk.isTerminal, let word = Self.answered("What is the log read for?\n\(LawfulUse.listed)\nUse: ", talk) {
            if let use = LawfulUse(rawValue: word) { return use }
        }
        throw Trouble(
            "what is the log read for? It may be read for these uses alone (Data Protection Act 2018, section 62(4)): "
                + "say --use\n\(LawfulUse.listed)", .usage)
    }

    /// What is typed on the controlling terminal; nil where there is none, or it goes away.
    private static func answered(_ question: String, _ talk: Talk) -> String? {
        let descriptor = unsafe open("/dev/tty", O_RDONLY | O_CLOEXEC | O_NOCTTY)
        guard descriptor >= 0 else { return nil }
        defer { close(descriptor) }
        talk.raw(question)
        var line: [UInt8] = []
        var byte: UInt8 = 0
        while line.count < 256 {
            let count = unsafe read(descriptor, &byte, 1)
            if count < 0, errno == EINTR { continue }
            guard count == 1 else { return nil }
            if byte == UInt8(ascii: "\n") { break }
            line.append(byte)
        }
        let words = String(decoding: line, as: UTF8.self).split(whereSeparator: \.isWhitespace)
        return words.first.map(String.init)
    }
}
