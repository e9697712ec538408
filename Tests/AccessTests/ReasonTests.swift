// Reasons for work, and the lawful uses of the log.

import Access
import Testing

@Suite struct `A reason` {
    @Test(arguments: [
        ("investigation", Reason(.investigation)),
        ("data-rights", Reason(.dataRights)),
        ("  support  ", Reason(.support)),
        ("safeguarding: strategy meeting", Reason(.safeguarding, text: "strategy meeting")),
        ("court-order:order 12: disclosure", Reason(.courtOrder, text: "order 12: disclosure")),
        ("security :\té\u{301} ", Reason(.security, text: "é\u{301}")),
    ])
    func `is read as it is meant`(words: String, reason: Reason) throws {
        #expect(try Reason(reading: words) == reason)
    }

    @Test(arguments: [
        ("", ReasonFault.unknownCode), (":", .unknownCode), ("curiosity", .unknownCode), ("Support", .unknownCode),
        ("support meeting", .unknownCode), ("suppor", .unknownCode), ("supp\u{0}ort", .unknownCode),
        ("support:", .noWords), ("support: \t ", .noWords), ("support: a\nb", .notOneLine),
        ("support: a\u{1B}[2Jb", .notOneLine), ("support: a\u{2028}b", .notOneLine), ("support: \u{0}", .notOneLine),
    ])
    func `is refused where it is none`(words: String, fault: ReasonFault) {
        #expect(throws: fault) { try Reason(reading: words) }
    }

    @Test func `has five hundred characters of words and no more`() throws {
        let most = String(repeating: "é", count: 500)
        #expect(try Reason(reading: "complaint: \(most)").text == most)
        #expect(throws: ReasonFault.tooLong) { try Reason(reading: "complaint: \(most)x") }
        #expect(throws: ReasonFault.tooLong) {
            try Reason(reading: "complaint: " + String(repeating: "x", count: 1 << 20))
        }
    }

    @Test func `never says again what was given`() {
        for fault in [ReasonFault.unknownCode, .noWords, .tooLong, .notOneLine] {
            #expect(!fault.description.isEmpty && !fault.description.hasSuffix("."))
        }
        #expect(ReasonFault.unknownCode.description.contains(Reason.listed))
    }

    /// What stands in logs already must go on meaning the same.
    @Test func `has the ten codes that stand in logs, each with words of its own`() {
        #expect(
            Reason.Code.allCases.map(\.rawValue) == [
                "investigation", "prosecution", "safeguarding", "support", "supervision", "data-rights", "retention",
                "complaint", "court-order", "security",
            ])
        #expect(Set(Reason.Code.allCases.map(\.words)).count == 10)
    }
}

@Suite struct `A lawful use of the log` {
    @Test func `is one of the four of section 62(4)`() {
        let codes = [
            "lawfulness": "s62.4a", "self-monitoring": "s62.4b", "integrity": "s62.4c", "proceedings": "s62.4d",
        ]
        #expect(Dictionary(uniqueKeysWithValues: LawfulUse.allCases.map { ($0.rawValue, $0.code) }) == codes)
        for use in LawfulUse.allCases {
            #expect(LawfulUse(code: use.code) == use)
            #expect(LawfulUse.listed.contains("\(use.rawValue) ") && LawfulUse.listed.contains(use.words))
        }
        #expect(LawfulUse(code: "s62.4e") == nil && LawfulUse(code: "lawfulness") == nil)
        #expect(LawfulUse.listed.split(separator: "\n").count == 4)
    }
}
