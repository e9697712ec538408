// A list of work in print: golden, word for word.

import CaseModel
import Lifecycle
import Testing

@testable import Printing

@Suite struct `A list of work in print` {
    private let officer = Bearer([.init(name: "officer", organisation: .police)])

    private func item(
        _ due: String, _ words: String, _ kind: RecordKind, _ number: Int, title: String? = nil, bearer: Bearer,
        clock: String = "B2.abp", rule: String = "B2.bail", source: String = "PACE 1984 s.47ZB", law: Bool = true,
        critical: Int? = nil,
        command: String? = nil
    ) throws -> WorkItem {
        var item = WorkItem(
            clock: clock, words: words, from: try #require(Day("2018-10-01")), due: try #require(Day(due)),
            asAt: try #require(Day("2018-10-31")), criticalAt: critical,
            reference: Reference(kind: kind, number: number), title: title,
            investigation: Reference(kind: .investigation, number: 3), bearer: bearer, event: "EV-AAAAAAAAAA",
            rule: rule,
            source: source, isLaw: law)
        item.command = command
        return item
    }

    private func list(hidden: Int = 0, unallocated: Int = 0, known: String? = nil) throws -> Worklist {
        let items = [
            try item(
                "2018-10-30", "the bail period ends", .custody, 4, title: "Wren Fictional", bearer: officer,
                critical: 1
            ),
            try item(
                "2018-11-01", "the bail period ends", .custody, 12, title: "Esmond Testcase", bearer: .nobody,
                critical: 1),
            try item(
                "2018-10-29", "a supervisor reviews what was recorded against a rule", .suspect, 1,
                bearer: Bearer([], roles: [.supervisor, .inspector]), clock: "breach", rule: "B1.arrest",
                source: "design choice",
                law: false,
                command: "dalesway approve EV-AAAAAAAAAA"),
            try item(
                "2018-10-31", "support is offered again", .support, 2, title: "Merle", bearer: officer,
                clock: "C2.offer", rule: "C2.decline", source: "design choice", law: false),
            try item(
                "2019-03-01", "the pause is reviewed", .investigation, 3, title: "Inquiry Heron", bearer: officer,
                clock: "A.review", rule: "A.pause"),
        ]
        let counts = Dictionary(grouping: items, by: \.band).mapValues(\.count)
        return Worklist(
            whose: "The work of officer", asAt: try #require(Day("2018-10-31")), knownAt: known.flatMap { Day($0) },
            items: items, counts: counts.merging([.later: hidden], uniquingKeysWith: +), unallocated: unallocated)
    }

    @Test func `stands under its bands`() throws {
        #expect(
            try list(hidden: 2, unallocated: 1).text(by: .band) == """
                The work of officer, as at 2018-10-31: 2 critically overdue, 1 overdue, 1 due soon, 3 later

                Critically overdue: a time limit of the law has passed, or bail ends by tomorrow
                  2018-10-30  1 day over     CUS-0004  Wren Fictional   the bail period ends
                      owed by officer; B2.abp under B2.bail; PACE 1984 s.47ZB
                  2018-11-01  1 day left     CUS-0012  Esmond Testcase  the bail period ends
                      owed by nobody: it is not allocated; B2.abp under B2.bail; PACE 1984 s.47ZB

                Overdue
                  2018-10-29  2 days over    SUS-0001
                      a supervisor reviews what was recorded against a rule; owed by any supervisor or inspector;
                      breach under B1.arrest; design choice (not law); dalesway approve EV-AAAAAAAAAA

                Due soon: within 7 days
                  2018-10-31  today          SUP-0002  Merle            support is offered again
                      owed by officer; C2.offer under C2.decline; design choice (not law)

                Later
                  2019-03-01  121 days left  INV-0003  Inquiry Heron    the pause is reviewed
                      owed by officer; A.review under A.pause; PACE 1984 s.47ZB

                2 more, less pressing, are not shown: --all shows every line.

                1 deadline is on records that are allocated to nobody: dalesway due --team

                """)
    }

    @Test func `stands under people, bodies and records`() throws {
        let people = try list().text(by: .person)
        #expect(people.contains("\nofficer\n  2018-10-30") && people.contains("\nnot allocated\n  2018-11-01"))
        #expect(try list().text(by: .team).contains("\nWest Yorkshire Police\n"))
        #expect(try list().text(by: .record).contains("\nCUS-0004  Wren Fictional\n  2018-10-30"))
    }

    @Test func `says when nothing is due, and whose knowledge it rests on`() throws {
        let day = try #require(Day("2018-10-31"))
        let nothing = Worklist(whose: "The work of care", asAt: day, knownAt: nil, items: [], counts: [:])
        #expect(nothing.text(by: .band) == "The work of care, as at 2018-10-31: nothing is due\n")
        #expect(try list(known: "2018-11-05").text(by: .band).contains("as at 2018-10-31, as known on 2018-11-05:"))
    }

    @Test func `keeps a hostile title on its own line`() throws {
        let hostile = try item(
            "2018-10-31", "x", .suspect, 1, title: "Wren\nCUS-9999  forged\u{202E}\u{1B}[2J", bearer: officer)
        let list = Worklist(
            whose: "officer", asAt: try #require(Day("2018-10-31")), knownAt: nil, items: [hostile],
            counts: [.dueSoon: 1])
        for by in Worklist.Grouping.allCases {
            let text = list.text(by: by)
            #expect(
                !text.contains("\nCUS-9999") && !text.unicodeScalars.contains("\u{202E}") && !text.contains("\u{1B}"))
        }
    }

    @Test func `says what was due before the case file went live`() throws {
        let list = try Worklist(
            whose: "The work of officer", asAt: #require(Day("2018-11-05")), knownAt: nil, items: [], counts: [:],
            bygone: Worklist.Bygone(count: 2, goLive: #require(Day("2018-11-01"))))
        #expect(
            list.text(by: .band) == """
                The work of officer, as at 2018-11-05: nothing is due

                2 reviews and offers were due before this case file went live on 2018-11-01, by choice of the team and not by law,
                and are not counted here: --all shows every line.

                """)
    }

    @Test func `is as JSON in groups, with what is not shown counted`() throws {
        let json = try list(hidden: 2).json(by: .band).text
        let head = """
            {"whose":"The work of officer","asAt":"2018-10-31","knownAt":null,"by":"band",\
            "counts":{"critical":2,"overdue":1,"due-soon":1,"later":3},"shown":5,"more":2,"unallocated":0,\
            "beforeGoLive":0,\
            "groups":[{"name":"critical","items":[{"band":"critical","due":"2018-10-30","left":-1,\
            "from":"2018-10-01","clock":"B2.abp","words":"the bail period ends","ref":"CUS-0004",\
            "title":"Wren Fictional","investigation":"INV-0003","owners":["officer"],"roles":[],\
            "event":"EV-AAAAAAAAAA","rule":"B2.bail","source":"PACE 1984 s.47ZB","law":true,"command":null}
            """
        #expect(json.hasPrefix(head))
        #expect(json.contains(#""owners":[],"#) && json.contains(#""owners":[],"roles":["supervisor","inspector"]"#))
    }
}
