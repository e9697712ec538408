// The commands `release note-fact` and `release facts`: figures that were given elsewhere.

import CaseStore
import DisclosureControl
import Lifecycle
import Printing

extension Dalesway {
    static let releaseNoteFact = Command(
        "release note-fact", "Note a figure that was given elsewhere: in court, in a newspaper, in an answer.",
        details: """
            Whoever reads a release may know it too: what is published later still hides what it hides beside it. --of names \
            a figure, or a table as FIGURE/CHARACTERISTIC with the cells whose sum was given, each as ROW or ROW,COLUMN; * \
            stands for a total. A figure that cannot be true beside what was told before is refused, and both are named.
            """,
        examples: [
            "dalesway --user publisher release note-fact --of people-charged --as-at 2018-10-31 --value 10 --source 'Crown Court listing'",
            "dalesway --user publisher release note-fact --of people-charged/sex --cell female --as-at 2018-10-31 --at-least 1 --at-most 3 --source 'An answer in committee'",
        ],
        .required("of", "The figure, or the table.", as: String.self, value: "FIGURE[/CHAR]"),
        .repeated("cell", "A cell that it tells of.", as: String.self, value: "ROW[,COL]"),
        .required("as-at", "The day for which it was given.", as: Day.self),
        .option("value", "The number, if it was given exactly.", as: Int.self),
        .option("at-least", "At least so many.", as: Int.self),
        .option("at-most", "At most so many.", as: Int.self),
        .required("source", "Where it was given, in one line.", as: String.self)
    ) {
        (
            call, id: String, cells: [String], day: Day, value: Int?, least: Int?, most: Int?, source: String
        ) in
        let bounds: ClosedRange<Int>
        switch (value, least, most) {
        case (let value?, nil, nil): bounds = value...value
        case (nil, let least?, let most?):
            guard least <= most else { throw Trouble("--at-least must not be above --at-most", .data) }
            bounds = least...most
        case (nil, let least?, nil): bounds = least...greatest
        case (nil, nil, let most?) where most >= 0: bounds = 0...most
        default: throw Trouble("say --value N, or --at-least N and --at-most N", .usage)
        }
        let places = try cells.map { text in
            let parts = text.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
            guard (1...2).contains(parts.count), parts.allSatisfy({ !$0.isEmpty }) else {
                throw Trouble("--cell ‘\(text)’ is no cell: write ROW or ROW,COLUMN; * stands for a total", .data)
            }
            func name(_ part: String) -> String? { part == "*" ? nil : part }
            return KnownFact.Place(row: name(parts[0]), col: parts.count == 2 ? name(parts[1]) : "n")
        }
        let fact = try call.signedIn {
            try $0.noteFact(of: id, cells: places, on: day, bounds: bounds, source: source)
        }
        return Answer(fact.text, json: ["fact": fact.json])
    }

    static let releaseFacts = Command(
        "release facts", "List the figures that were given elsewhere.",
        details: "In the order in which they were noted. The look is logged.",
        examples: ["dalesway --user dpo release facts"]
    ) { call in
        let facts = try call.signedIn { try $0.knownFacts() }
        return Answer(
            facts.isEmpty ? "No figure that was given elsewhere is noted.\n" : facts.map(\.text).joined(),
            json: ["facts": JSON(facts.map(\.json))])
    }

    /// More than anything can be counted to: where only the least is known.
    private static let greatest = 1_000_000_000
}

extension NotedFact {
    fileprivate var text: String {
        let bounds = fact.least == fact.most ? "\(fact.least)" : "\(fact.least) to \(fact.most)"
        let cells = fact.cells.map { "[\($0.row ?? "*"),\($0.col ?? "*")]" }.joined(separator: "+")
        return "\(fact.id)  \(fact.of)\(cells)  as at \(Day(number: fact.day).iso): \(bounds)\n"
            + "  \(source); noted by \(by) at \(Clock.text(at: at))\n"
    }

    fileprivate var json: JSON {
        [
            "id": .text(fact.id), "of": .text(fact.of),
            "cells": JSON(fact.cells.map { ["row": JSON($0.row), "col": JSON($0.col)] as JSON }),
            "asAt": .text(Day(number: fact.day).iso), "atLeast": .number(fact.least), "atMost": .number(fact.most),
            "source": .text(source), "by": .text(by), "at": .number(Int(at)), "time": .text(Clock.text(at: at)),
        ]
    }
}
