// The report of a release: what it says, that it adds up, and that no text in it is obeyed.

import Figures
import Foundation
import Lifecycle
import Publishing
import Testing

@testable import Printing

@Suite struct `The report of a release` {
    private func content(
        _ rows: [HeadlineRow] = [], sums: [PublishedSum] = [], previous: String? = nil
    ) -> ReleaseContent {
        ReleaseContent(
            reference: "REL-0001", title: "Progress", asAt: "2018-10-31", knownAt: "2018-10-31", previous: previous,
            yearAgo: "2017-10-31", rules: "2024-04-04", policy: "2026.1", headlines: rows, reconciliations: sums)
    }

    private func row(_ id: String, _ now: Shown, _ yearAgo: Shown? = nil) -> HeadlineRow {
        HeadlineRow(
            id: id, title: "Title of \(id)", unit: "person", definition: "What it is.", edition: "1", group: "suspects",
            isStock: true, now: now, yearAgo: yearAgo)
    }

    private func sum(_ counts: [Int], _ result: Int, from: Day? = nil) -> PublishedSum? {
        PublishedSum(
            Reconciliation(
                "sum", "People", .suspects, unit: .person, from: from, to: Day(number: 17_835),
                terms: counts.enumerated().map { .init("\($0)", "are at stage \($0)", $1) },
                result: .init("all", "have been arrested", result)))
    }

    @Test(arguments: [
        (Shown.number(0), "No people have been charged with a primary offence."),
        (.number(1), "1 person has been charged with a primary offence."),
        (.number(2), "2 people have been charged with a primary offence."),
        (.hidden, "Title of people-charged: the number is hidden, so that nobody can be singled out."),
        (.unavailable, "Title of people-charged: no number is available."),
        (.impossible, "Title of people-charged: cannot apply."),
    ])
    func `says each measure of none, of one and of several`(now: Shown, sentence: String) {
        #expect(content([row("people-charged", now)]).paragraph.hasSuffix(sentence))
    }

    @Test func `says a measure that it has no sentence for by its title`() {
        #expect(content([row("new", .number(0))]).paragraph.hasSuffix("Title of new: none."))
        #expect(content([row("new", .range(3, 4))]).paragraph.hasSuffix("Title of new: between 3 and 4."))
    }

    @Test func `says a plan as a plan`() {
        let words = content([row("people-scheduled-for-arrest", .range(60, 70))]).paragraph
        #expect(
            words.hasSuffix(
                "Between 60 and 70 arrests are planned within 12 months, which is a plan and part of no count here."))
    }

    @Test func `says each sum in one sentence that adds up`() throws {
        let words = content(sums: [try #require(sum([10, 0, 1], 11))]).paragraph
        #expect(
            words.hasSuffix(
                "People: 10 are at stage 0; none are at stage 1; 1 is at stage 2; in all 11 have been arrested (10 + 1 = 11)."
            ))
        let none = content(sums: [try #require(sum([0, 0], 0))]).paragraph
        #expect(none.hasSuffix("in all none have been arrested (0 + 0 = 0)."))
    }

    @Test func `every sum in the paragraph of a rich report adds up`() throws {
        let words = SampleRelease.content().paragraph
        let sums = words.matches(of: /\(([0-9 +-]+) = ([0-9]+)\)/)
        #expect(sums.count == 2)
        for found in sums {
            var total = 0
            var sign = 1
            for word in found.1.split(separator: " ") {
                if word == "+" {
                    sign = 1
                } else if word == "-" {
                    sign = -1
                } else {
                    total += sign * (try #require(Int(word)))
                }
            }
            #expect(total == Int(found.2))
        }
    }

    @Test func `a sum that was spoilt after it was stored is not ticked`() throws {
        let stored =
            #"{"id":"s","title":"S","from":null,"to":"2018-10-31","lines":[{"words":"a","sign":"+","count":2},{"words":"b","sign":"=","count":3}]}"#
        let spoilt = try JSONDecoder().decode(PublishedSum.self, from: Data(stored.utf8))
        let content = content(sums: [spoilt])
        #expect(content.paper(under: SampleRelease.published).html.contains("Does not add up: 2 = 3"))
        #expect(!content.paragraph.contains("2 = 3"))
    }

    @Test func `a sum with hidden lines is not told as one that a reader can add up`() throws {
        let sum = PublishedSum(
            id: "s", title: "S", from: nil, to: "2018-10-31",
            lines: [
                .init("are offered support", sign: "+", .hidden), .init("receive it", sign: "+", .number(12)),
                .init("have or had a need", sign: "=", .hidden),
            ])
        let content = content(sums: [sum])
        #expect(content.paper(under: SampleRelease.published).text.contains("say: [c] + 12 = [c]"))
        #expect(!content.paragraph.contains("12"))
    }

    @Test func `trials and posts are told in their sentence`() {
        let trial = HeadlineRow(
            id: "retrials-due", title: "Retrials due", unit: "trial", definition: "", edition: "1", group: "court",
            isStock: true, now: .number(1), trials: [.init(starts: "2019-01-07", weeks: 14, defendants: 10)])
        let posts = HeadlineRow(
            id: "team-posts", title: "Posts", unit: "post", definition: "", edition: "1", group: "team", isStock: true,
            now: .number(9),
            parts: [.init("detective inspector", 1), .init("detective constable", 8), .init("other", 0)])
        let words = content([trial, posts]).paragraph
        #expect(words.contains("1 retrial is due: of 10 defendants, to start on 7 January 2019, for 14 weeks."))
        #expect(words.contains("9 posts are in the team: detective inspector 1 + detective constable 8 = 9."))
        let json = content([trial, posts]).json(under: SampleRelease.published).text
        #expect(json.contains(#""defendants":10,"weeks":14,"starts":"2019-01-07""#))
        #expect(json.contains(#""parts":[{"title":"detective inspector","value":1}"#))
    }

    @Test(arguments: [
        ("are charged and their case is not over", "is charged and their case is not over"),
        ("arrests have been made", "arrest has been made"), ("other outcomes", "other outcomes"), ("", ""),
    ])
    func `one agrees with its verb`(several: String, one: String) {
        #expect(agreeing(several, with: 1) == one)
        #expect(agreeing(several, with: 2) == several)
    }

    @Test func `the paragraph begins with its day and goes by subject`() {
        let paragraphs = SampleRelease.content().paragraphs
        #expect(paragraphs.first?.hasPrefix("These are the figures as at the end of 31 October 2018") == true)
        #expect(paragraphs.first?.contains("5 investigations are live") == true)
        #expect(paragraphs.first?.contains("(14 + 1 - 10 = 5)") == true)
        #expect(paragraphs.dropFirst().first?.contains("(10 + 32 + 6 + 18 + 42 + 1 = 109)") == true)
        #expect(content().paragraphs.count == 1)
    }

    @Test func `many lines of nought are told once`() throws {
        let words = content(sums: [try #require(sum([3, 0, 0, 0, 2], 5))]).paragraph
        #expect(
            words.hasSuffix(
                "3 are at stage 0; 2 are at stage 4; none otherwise; in all 5 have been arrested (3 + 2 = 5)."))
    }

    @Test func `an empty release is a report nevertheless`() throws {
        for format in ReportFormat.allCases {
            #expect(!content().rendered(as: format, under: SampleRelease.draft).isEmpty)
        }
    }

    @Test func `the summary tells what moved, what did not, and what cannot be compared`() {
        let text = content([
            row("a", .number(3), .number(5)), row("b", .number(1), .number(1)), row("c", .hidden, .number(2)),
        ])
        .paper(under: SampleRelease.published).text
        for words in [
            "- Title of a: down 2, from 5 to 3.", "- 1 other measure is unchanged.",
            "- There is no number to compare with for: title of c.", "this is the first",
        ] { #expect(text.contains(words), "\(words)\n\(text)") }
    }

    @Test(arguments: ReportFormat.allCases) func `says that it is a draft until it is published`(format: ReportFormat) {
        let mark = Array("DRAFT - NOT FOR PUBLICATION".utf8)
        for state in ReleaseState.allCases {
            let imprint = Imprint(state: state, hash: "0")
            let bytes = SampleRelease.content().rendered(as: format, under: imprint)
            #expect(bytes.firstRange(of: mark) != nil || state.isPublished, "\(state)")
            #expect(bytes.firstRange(of: mark) == nil || !state.isPublished, "\(state)")
        }
        let first = SampleRelease.content().csvFiles(under: SampleRelease.draft)
        #expect(first.allSatisfy { $0.text.hasPrefix("\u{FEFF}DRAFT - NOT FOR PUBLICATION,") })
    }

    @Test func `explains the marks where a table starts, and no others`() {
        let sheets = SampleRelease.content().paper(under: SampleRelease.published).sheets
        for sheet in sheets {
            let used = Set(
                sheet.rows.flatMap(\.entries).map(\.text).flatMap { $0.matches(of: /\[[crxz]\]/).map { String($0.0) } })
            for mark in ["[c]", "[r]", "[x]", "[z]"] {
                #expect(sheet.lead.contains { $0.hasPrefix("\(mark) ") } == used.contains(mark), "\(sheet.id) \(mark)")
            }
        }
        #expect(sheets.contains { $0.id == "people-arrested-or-interviewed/sex" })
    }

    @Test func `no place of any table is blank and no row is wider than its headings`() {
        for sheet in SampleRelease.content().paper(under: SampleRelease.draft).sheets {
            for row in sheet.rows {
                #expect(row.entries.count == sheet.columns.count)
                #expect(row.entries.allSatisfy { !$0.text.isEmpty })
            }
        }
    }

    static let hostile = [
        "<script>alert(1)</script>", "\"><img src=x onerror=alert(1)>", "&lt;b&gt;", "]]>", "</style></svg>",
        "=HYPERLINK(\"http://example.invalid\")", "+1+1", "-2+3", "@SUM(A1)", "\t=1", "\r=1", "＝1+1", " =1", "|calc",
        "a,b\"c\"\r\nforged,row", "\u{1B}[31mred\u{7}\u{0}", "\u{202E}desrever\u{2066}", "\u{FFFE}\u{FFFF}",
        String(repeating: "w", count: 400), "\u{200F}\u{61C}\u{FEFF}", "شمیم اختر", "", "'", "---",
        "javascript:alert(1)",
    ]

    @Test(arguments: hostile) func `no text in it is obeyed`(text: String) throws {
        let content = SampleRelease.content(hostile: text)
        let page = content.paper(under: SampleRelease.draft).html
        for tag in ["<script", "<img", "<b>", "href=\"http", "onerror=alert(1)>", "</style></svg>"] {
            #expect(!page.contains(tag), "\(tag)")
        }
        let controls = { (one: Unicode.Scalar) in one != "\n" && isHidden(one, oneLine: true) }
        #expect(!page.unicodeScalars.contains(where: controls))
        #expect(!content.paper(under: SampleRelease.draft).text.unicodeScalars.contains(where: controls))
        #expect(!content.json(under: SampleRelease.draft).text.unicodeScalars.contains(where: controls))
        let bytes = content.rendered(as: .csv, under: SampleRelease.published).dropFirst(3)
        for field in Self.fields(of: bytes) where Int(field) == nil {
            #expect(!"=+-@|%＝＋－＠\t\r".contains(field.first { $0 != " " } ?? "_"), "\(field)")
        }
    }

    /// The fields of comma-separated values, read by other eyes than those that wrote them.
    private static func fields(of bytes: some Sequence<UInt8>) -> Set<String> {
        var fields: Set<String> = []
        var field: [UInt8] = []
        var isQuoted = false
        for byte in bytes {
            switch byte {
            case UInt8(ascii: "\""): isQuoted.toggle()
            case UInt8(ascii: ",") where !isQuoted, UInt8(ascii: "\n") where !isQuoted:
                fields.insert(String(decoding: field, as: UTF8.self))
                field = []
            case UInt8(ascii: "\r") where !isQuoted: break
            case _: field.append(byte)
            }
        }
        return fields
    }

    @Test func `a chart breaks its labels, and a word that is too long`() {
        #expect(Chart.lines("face no further action, as the police decided").count == 2)
        #expect(Chart.lines(String(repeating: "w", count: 100)).map(\.count) == [40, 40, 20])
        #expect(Chart.lines("") == [""])
    }

    @Test func `the checksum is that of ISO 3309`() {
        #expect(ZipArchive.checksum(Array("123456789".utf8)) == 0xCBF4_3926)
        #expect(ZipArchive.checksum([]) == 0)
    }
}
