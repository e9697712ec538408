// Command lines: what is taken, and what is refused with which code.

import Access
import Testing

@testable import dalesway

@Suite struct `A command line` {
    @Test(arguments: [
        (["show", "INV-0001"], "INV-0001 false -\n"),
        (["show", "--long", "INV-0001"], "INV-0001 true -\n"),
        (["show", "INV-0001", "--as-at", "2018-10-31"], "INV-0001 false 2018-10-31\n"),
        (["show", "INV-0001", "--as-at=2018-10-31"], "INV-0001 false 2018-10-31\n"),
        (["show", "--", "INV-0001"], "INV-0001 false -\n"),
        (["--user", "wren", "show", "INV-0001"], "INV-0001 false -\n"),
        (["--store", "show", "show", "INV-0001"], "INV-0001 false -\n"),
        (["list", "person", "--limit", "-3"], "person - -3\n"),
        (["list", "person", "-"], "person - 0\n"),
        (
            ["user", "add", "wren", "--role", "officer", "--role=care"],
            "wren [\"officer\", \"care\"] /home/wren/.local/share/dalesway - false\n"
        ),
        (["user", "badge", "issue", "wren"], "badge wren\n"),
        (["--store", "user", "user", "--user", "u", "badge", "--color", "never", "issue", "wren"], "badge wren\n"),
        (["--store=/s", "user", "--user", "u", "add", "--", "--wren"], "--wren [] /s u false\n"),
        (
            ["record", "SUS-0001", "arrest", "--on", "2018-01-01", "--station", "A B", "--seen-by=c=d", "--flagged"],
            "SUS-0001 arrest 2018-01-01 station=A B seen_by=c=d flagged=nil\n"
        ),
        (
            ["record", "--lawful", "--on", "2018-01-01..2018-01-03", "SUS-0001", "arrest", "--note="],
            "SUS-0001 arrest 2018-01-01..2018-01-03 lawful=nil note=\n"
        ),
    ])
    func `is taken as it is meant`(line: [String], answer: String) {
        #expect(run(line) == Said(exit: .ok, out: answer, err: ""))
    }

    @Test(
        arguments: [
            ([], Exit.usage, "no command was given"),
            (["shwo"], .usage, "unknown command ‘shwo’; did you mean ‘show’?"),
            (["shwo", "--colour"], .usage, "unknown command ‘shwo’; did you mean ‘show’?"),
            (["qqqqqq"], .usage, "unknown command ‘qqqqqq’"),
            (["user"], .usage, "‘user’ needs one of: add, badge"),
            (["user", "badge"], .usage, "‘user badge’ needs one of: issue"),
            (["user", "badge", "isue"], .usage, "unknown command ‘user badge isue’; did you mean ‘user badge issue’?"),
            (["user", "bagde", "issue"], .usage, "unknown command ‘user bagde’; did you mean ‘user badge’?"),
            (["user", "ad"], .usage, "unknown command ‘user ad’; did you mean ‘user add’?"),
            (["show"], .usage, "<ref> is missing"),
            (["show", "INV-0001", "x"], .usage, "unexpected ‘x’"),
            (["show", "INV-0001", "--lon"], .usage, "unknown option ‘--lon’; did you mean ‘--long’?"),
            (["show", "INV-0001", "-l"], .usage, "unknown option ‘-l’"),
            (["show", "INV-0001", "--long=1"], .usage, "‘--long’ takes no value"),
            (["show", "INV-0001", "--as-at"], .usage, "‘--as-at’ needs a value (--as-at VALUE, or --as-at=VALUE)"),
            (
                ["show", "INV-0001", "--as-at", "--long"], .usage,
                "‘--as-at’ needs a value (--as-at VALUE, or --as-at=VALUE)"
            ),
            (["show", "INV-0001", "--user", "a", "--user", "b"], .usage, "‘--user’ is given twice"),
            (["record", "SUS-0001", "arrest"], .usage, "‘--on’ is missing"),
            (["record", "S", "a", "--on", "2018-01-01", "--x-y", "1", "--x_y", "2"], .usage, "‘--x_y’ is given twice"),
            (["record", "S", "a", "--on", "2018-01-01", "--é", "1"], .usage, "unknown option ‘--é’"),
            (["show", "INV-1"], .data, "<ref> ‘INV-1’ is not a reference, such as INV-0001"),
            (
                ["show", "INV-0001", "--as-at", "2020-13-45"], .data,
                "--as-at ‘2020-13-45’ is not a day, such as 2018-10-31"
            ),
            (["list", "dragon"], .usage, nil),
            (["list", "person", "--limit", "x"], .data, "--limit ‘x’ is not a whole number"),
            (["--passphrase-fd", "-2", "list", "person"], .usage, "--passphrase-fd ‘-2’ is not an open descriptor"),
            (
                ["show", "INV-0001", "--working-on", "Mary Brown"], .usage,
                "--working-on must begin with one of investigation, prosecution, safeguarding, support, supervision, "
                    + "data-rights, retention, complaint, court-order, security; then, if you like, a colon and your own "
                    + "words, as in ‘safeguarding: strategy meeting’"
            ),
            (
                ["show", "INV-0001", "--working-on", "support:"], .usage,
                "--working-on has a colon and nothing after it: leave the colon away, or say more"
            ),
            (
                ["show", "INV-0001", "--working-on", "support", "--working-on", "support"], .usage,
                "‘--working-on’ is given twice"
            ),
            (["help", "shwo"], .usage, "unknown command ‘shwo’; did you mean ‘show’?"),
            (["help", "show", "more"], .usage, "unknown command ‘show more’"),
        ] as [([String], Exit, String?)])
    func `is refused with a sentence`(line: [String], exit: Exit, sentence: String?) {
        let said = run(line)
        #expect(said.exit == exit && said.out.isEmpty)
        if let sentence { #expect(said.err.hasPrefix("dalesway: \(sentence)\n"), "\(said.err)") }
        #expect(said.err.contains("Usage: dalesway") == (exit == .usage))
    }

    @Test func `says the code and sentence of a failure`() {
        #expect(run(["fail", "1"]) == Said(exit: .tryAgain, out: "", err: "dalesway: it is held by another\n"))
    }

    @Test func `says a refusal on stderr, or as JSON on stdout`() {
        let sentence = "dalesway: refused by B1.arrest: no\n  missing: station\n  accounts that can: officer\n"
        #expect(run(["fail", "2"]) == Said(exit: .data, out: "", err: sentence))
        let json = #"{"version":1,"refused":{"rule":"B1.arrest","why":"no","missing":["station"],"who":["officer"]}}"#
        #expect(run(["fail", "2", "--json"]) == Said(exit: .data, out: json + "\n", err: ""))
        #expect(run(["--json", "fail", "--", "2"]).out == json + "\n")
    }

    @Test func `keeps what an unexpected error holds to itself`() {
        let said = run(["fail", "3"])
        #expect(said.exit == .software && said.out.isEmpty)
        #expect(said.err.contains("code Odd, handle") && !said.err.contains("Wren"))
    }

    @Test func `shows what a terminal would obey`() {
        #expect(run(["fail", "4"]) == Said(exit: .io, out: "\\u{1B}[31m\\u{202E}x\n", err: ""))
        #expect(run(["fail", "4", "--json"]).out == #"{"version":1,"a":"\u202e"}"# + "\n")
        #expect(run(["show", "\u{1B}[2J"]).err.hasPrefix("dalesway: <ref> ‘\\u{1B}[2J’ is not"))
    }

    @Test func `takes the store from what is said, then from the environment`() {
        func store(_ line: [String], _ environment: [String: String]) -> String {
            run(line + ["user", "add", "x"], environment: environment).out
        }
        let all = ["DALESWAY_STORE": "/a", "XDG_DATA_HOME": "/b", "HOME": "/c", "DALESWAY_USER": "u"]
        #expect(store(["--store", "/z"], all) == "x [] /z u false\n")
        #expect(store([], all) == "x [] /a u false\n")
        #expect(store([], ["XDG_DATA_HOME": "/b", "HOME": "/c"]) == "x [] /b/dalesway - false\n")
        #expect(store([], ["XDG_DATA_HOME": "b", "HOME": "/c"]) == "x [] /c/.local/share/dalesway - false\n")
        #expect(run(["user", "add", "x"], environment: [:]).exit == .configuration)
    }

    @Test func `takes the reason from what is said, then from the environment`() throws {
        let environment = Environment(["DALESWAY_WORKING_ON": "complaint: of a neighbour"])
        #expect(try Reason.said(in: environment).get() == Reason(.complaint, text: "of a neighbour"))
        #expect(try Reason.said(in: Environment(["DALESWAY_WORKING_ON": ""])).get() == nil)
        #expect(try Reason.said(in: Environment([:])).get() == nil)
        #expect(throws: UsageError.reason(name: "DALESWAY_WORKING_ON", .unknownCode)) {
            try Reason.said(in: Environment(["DALESWAY_WORKING_ON": "curiosity"])).get()
        }
        // A command that opens no store does not mind.
        #expect(run(["help"], environment: ["DALESWAY_WORKING_ON": "curiosity", "HOME": "/h"]).exit == .ok)
    }

    @Test func `suggests only what is near`() {
        #expect(nearest(to: "histroy", among: ["history", "show"]) == "history")
        #expect(nearest(to: "zzz", among: ["history", "show"]) == nil)
        #expect(nearest(to: "", among: []) == nil)
        #expect(distance(Array("ab"), Array("ba")) == 1)
        #expect(distance(Array("kitten"), Array("sitting")) == 3)
    }
}

@Suite struct `Any command line` {
    @Test func `ends with an answer or with a sentence`() {
        let words = [
            "show", "record", "user", "add", "list", "help", "fail", "4", "INV-0001", "person", "--", "-", "--on",
            "2018-01-01", "--on=", "--=", "--=x", "-h", "--json", "--json=1", "--user", "--long", "--x", "---", "",
            " ", "\u{0}", "\u{202E}", "--\u{1B}[2J", "--passphrase-fd", "99999999999", "-9", "--color", "never", "é",
        ]
        for seed in 0..<4_000 as Range<UInt64> {
            var state = seed &* 0x9E37_79B9_7F4A_7C15 | 1
            let line = (0..<Int(seed % 7)).map { _ in
                state ^= state << 13
                state ^= state >> 7
                state ^= state << 17
                return words[Int(state % UInt64(words.count))]
            }
            let said = run(line)
            #expect([.ok, .usage, .data, .io].contains(said.exit), "\(line)")
            #expect(said.exit == .ok || said.exit == .io || said.err.hasPrefix("dalesway: "), "\(line)")
            #expect(!said.err.contains("\u{1B}") && !said.err.contains("\u{202E}"), "\(line)")
        }
    }
}
