// What may come next of a record, in print: golden, word for word.

import CaseModel
import Testing

@testable import Lifecycle
@testable import Printing

@Suite struct `What may come next in print` {
    private let rules = [
        Rule(
            .b1, "arrest", .occurrence, "The suspect is arrested.", from: ["IDENTIFIED"],
            to: [Destination("UNDER_INVESTIGATION")], by: [.officer],
            fields: [
                Requirement("custody_record", .text, .now, "the custody record's number"),
                Requirement("told_on", .day, .later, "the day on which the victim was told", after: "on"),
                Requirement("by_whom", .choice(["us", "others"]), .unknownAllowed, "who made the arrest"),
                Requirement("count", .count(min: 0, max: 3), .later, "how many"),
                Requirement("known", .flag, .later, "whether it was known"),
                Requirement("crime", .reference(.crime), .later, "the crime"),
            ], attested: ["It was necessary."], limit: "to tell the victim: 1 working day", source: "PACE 1984 s.24",
            law: true),
        Rule(
            .b1, "eliminate", .decision, "The suspect is positively eliminated.", from: ["IDENTIFIED"],
            to: [Destination("ELIMINATED")], by: [.supervisor],
            decidedBy: [Decider("a sergeant", of: .police), Decider("an inspector")],
            approval: Approval(by: [.supervisor, .inspector]), source: "design choice", law: false),
        Rule(
            .b1, "close", .decision, "It is closed.", from: ["IDENTIFIED"], to: [Destination("ELIMINATED")],
            by: [.officer], source: "design choice", law: false),
        Rule(
            .b1, "locate", .decision, "The suspect is located.", from: ["UNTRACED"], to: [Destination("IDENTIFIED")],
            by: [.officer], source: "design choice", law: false),
    ]

    private func record(state: State? = "IDENTIFIED", receiving: Bool? = nil) -> RecordView {
        var record = RecordView(
            reference: Reference(kind: .suspect, number: 1), state: state, begun: Day(number: 17_000),
            known: Day(number: 17_000), links: [:], fields: [:], sealed: [], title: "Wren Fictional")
        record.isReceiving = receiving
        return record
    }

    private var outlook: Outlook {
        let obstacle = Refusal(
            rule: rules[2].id, why: "close has a condition that is not met.",
            missing: ["no charge is live", "an account with the role supervisor"], accounts: ["supervisor"],
            deciders: ["an inspector"])
        let place = Refusal(rule: rules[3].id, why: "locate cannot follow IDENTIFIED.", missing: ["x"])
        let charges = (1...8).map {
            Hindrance.Standing(Reference(kind: .charge, number: $0), $0 == 3 ? "TRIAL_LISTED" : "CHARGED")
        }
        return Outlook(
            record(),
            [
                Prospect(rule: rules[0], obstacle: nil), Prospect(rule: rules[1], obstacle: nil),
                Prospect(rule: rules[2], obstacle: obstacle), Prospect(rule: rules[3], obstacle: place),
            ],
            hindrances: [
                rules[2].id: [
                    Hindrance("no charge is live", charges),
                    Hindrance("a file is with the CPS", [], wanted: .submission),
                ]
            ],
            deadlines: [
                WorkItem(
                    clock: "B1.review", words: "The tracing enquiries are reviewed.", from: Day(number: 17_000),
                    due: Day(number: 17_030), asAt: Day(number: 17_033), criticalAt: nil,
                    reference: Reference(kind: .suspect, number: 1),
                    bearer: Bearer([.init(name: "officer", organisation: .police)]), event: "EV-AAAAAAAAAA",
                    rule: "B1.cannot_locate", source: "design choice", isLaw: false)
            ])
    }

    @Test func `is one screen`() {
        #expect(
            Prospects(outlook).text == """
                SUS-0001  Wren Fictional in IDENTIFIED: Identity is confirmed and reasonable grounds are recorded.

                Due on it:
                  2016-08-17  3 days over  The tracing enquiries are reviewed. (owed by officer; B1.review under
                                           B1.cannot_locate; design choice (not law))

                May be recorded now:
                  arrest     The suspect is arrested. [give --custody-record]
                  eliminate  The suspect is positively eliminated. [decided by a sergeant (West Yorkshire Police) or
                             an inspector; takes effect when supervisor or inspector approves]
                  All that one of them may carry: dalesway next SUS-0001 EVENT

                May not, and why:
                  close  close has a condition that is not met.
                      needed: an account with the role supervisor
                      needed: no charge is live: CHG-0001, CHG-0002, CHG-0004, CHG-0005, CHG-0006, CHG-0007 and 1
                        more are CHARGED; CHG-0003 is TRIAL_LISTED
                      needed: a file is with the CPS: there is no such submission yet
                      can be put right by: supervisor, an inspector; design choice (not law); rule B1.close

                Not from this state: locate.

                """)
        for line in Prospects(outlook).text.split(separator: "\n") { #expect(line.count <= 100, "\(line)") }
    }

    @Test func `of one event says all of it`() throws {
        #expect(
            try #require(Prospects(outlook).text(of: "arrest")) == """
                SUS-0001  Wren Fictional in IDENTIFIED: Identity is confirmed and reasonable grounds are recorded.

                arrest: The suspect is arrested.
                  --custody-record  now       the custody record's number
                  --told-on         later     the day on which the victim was told (a day)
                  --by-whom         if known  who made the arrest (us, others)
                  --count           later     how many (a number)
                  --known           later     whether it was known (yes or no)
                  --crime           later     the crime (CRM-…)
                  you vouch for this: It was necessary.
                  time limit: to tell the victim: 1 working day
                  where the rule comes from: PACE 1984 s.24; rule B1.arrest

                May be recorded now by you.

                """)
        let eliminate = try #require(Prospects(outlook).text(of: "eliminate"))
        #expect(
            eliminate.contains("--by-rank  if not you  decided by a sergeant (West Yorkshire Police) or an inspector"))
        #expect(eliminate.contains("takes effect when supervisor or inspector has approved it"))
        let close = try #require(Prospects(outlook).text(of: "close"))
        #expect(close.contains("May not be recorded now:\n  close  close has a condition"))
        #expect(Prospects(outlook).text(of: "nonsense") == nil && Prospects(outlook).json(of: "nonsense") == nil)
    }

    @Test func `is as JSON what it was, and more`() throws {
        let json = Prospects(outlook).json.text
        #expect(json.hasPrefix(#"{"ref":"SUS-0001","state":"IDENTIFIED","stateWords":"Identity is confirmed"#))
        #expect(
            json.contains(#""may":[{"event":"arrest","rule":"B1.arrest","words":"The suspect is arrested.","fields":["#)
        )
        #expect(
            json.contains(
                #""mayNot":[{"event":"close","rule":"B1.close","refused":{"rule":"B1.close","why":"close has"#))
        #expect(json.contains(#""words":"no charge is live","records":[{"ref":"CHG-0001","state":"CHARGED"}"#))
        #expect(json.contains(#""due":[{"band":"overdue","due":"2016-08-17","left":-3"#))
        let one = try #require(Prospects(outlook).json(of: "eliminate")).text
        #expect(one.contains(#""may":[{"event":"eliminate""#) && one.contains(#""mayNot":[]"#))
    }

    @Test func `to a reader who may not know where it stands says only what there is`() {
        let shut = Outlook(record(state: nil, receiving: false), [Prospect(rule: rules[0], obstacle: nil)])
        #expect(Prospects(shut).text.contains("\nMay be recorded, if it stands where that may be, which is not open"))
        let nothing = Outlook(record(), [])
        #expect(Prospects(nothing).text.contains("\nNothing can be recorded of it now by you.\n"))
    }

    @Test(arguments: MachineID.allCases) func `keeps to a screen's width for every rule of the book`(id: MachineID) {
        let rules = RuleBook.current.machine(id)?.rules.filter { $0.kind != .derived } ?? []
        let prospects = Prospects(Outlook(record(state: nil), rules.map { Prospect(rule: $0, obstacle: nil) }))
        for line in prospects.text.split(separator: "\n") { #expect(line.count <= 100, "\(line)") }
        for rule in rules {
            for line in prospects.text(of: rule.event)?.split(separator: "\n") ?? [] {
                #expect(line.count <= 100 || !line.dropFirst(50).contains(" "), "\(line)")
            }
        }
    }
}
