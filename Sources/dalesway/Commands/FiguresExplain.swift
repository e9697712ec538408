// The command `figures explain`: what a figure means, and which records it counts.

import CaseStore
import Figures
import Lifecycle
import Printing

extension Dalesway {
    static let figuresExplain = Command(
        "figures explain", "Explain a figure: its definition, its edition, and what it counts.",
        details: """
            The definition needs no store. With --records the references of the records that count on the day are printed too, \
            for an account that may open records of that kind; that is a logged look at all of them.
            """,
        examples: [
            "dalesway figures explain people-charged",
            "dalesway figures explain live-investigations --as-at 2018-10-31 --records",
        ],
        .argument("figure", "The figure's name, such as people-charged.", as: String.self),
        .option("as-at", "The day for --records; today if not said.", as: Day.self),
        .option("known-at", "The day whose knowledge is asked for; all that is known now if not said.", as: Day.self),
        .flag("records", "Print which records count.")
    ) { (call, name: String, asAt: Day?, knownAt: Day?, wantsRecords: Bool) in
        guard let figure = Figure.named(name) else {
            let near = nearest(to: name, among: Figure.all.map(\.id)).map { "; did you mean \($0)?" } ?? ""
            throw Trouble("there is no figure ‘\(name)’\(near)", .data)
        }
        guard case .object(let members) = figure.explanationJSON else {
            return Answer(figure.explanation, json: figure.explanationJSON)
        }
        guard wantsRecords else {
            guard asAt == nil, knownAt == nil else {
                throw Trouble("--as-at and --known-at say of which day --records are asked: add --records", .usage)
            }
            return Answer(figure.explanation, json: figure.explanationJSON)
        }
        let day = asAt ?? call.clock.today
        let records = try call.signedIn { try $0.records(of: figure, asAt: day, knownAt: knownAt).map(\.text) }
        let list = records.isEmpty ? "none" : records.joined(separator: " ")
        let more: [(String, JSON)] = [
            ("asAt", .text(day.iso)), ("knownAt", JSON(knownAt?.iso)), ("records", .list(records.map { .text($0) })),
        ]
        return Answer(
            figure.explanation + "\n" + wrapped(list, after: "Records as at \(day.iso): ", indent: 2),
            json: .object(members + more))
    }
}
