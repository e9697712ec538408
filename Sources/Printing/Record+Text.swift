// A record as its reader may see it, alone and in a list.

package import CaseModel
import Lifecycle

extension RecordView {
    /// The whole record, one line a fact.
    package var text: String {
        var rows: [[String]] = []
        if let state { rows.append(["state", state.rawValue, stateWords ?? ""]) }
        if let isReceiving { rows.append(["support", isReceiving ? "is being received" : "is not being received"]) }
        rows.append(["began", begun.iso])
        if known != begun { rows.append(["known", known.iso]) }
        rows += links.keys.sorted().map { [$0, links[$0]?.text ?? ""] }
        rows += fields.rows
        rows += sealed.map { [$0, "sealed: not open to you"] }
        let due = deadlines.flatMap { $0.isEmpty ? nil : "due on it:\n" + $0.ownLines } ?? ""
        return heading + "\n" + columns(rows.map { ["  " + ($0.first ?? "")] + $0.dropFirst() }) + due
    }

    /// The reference and, where the reader may see it, the title.
    var heading: String {
        reference.text + (title.map { "  " + visible($0, oneLine: true) } ?? "")
    }

    /// What the state means.
    var stateWords: String? {
        guard let state, let id = reference.kind.machine else { return nil }
        return RuleBook.current.machine(id)?.entry(state)?.words
    }

    /// What tells it from others of its kind with the same links: what a victim is to be told of, to whom work is given.
    var gist: String {
        let field: String? =
            switch reference.kind {
            case .duty, .review: "trigger"
            case .allocation: "to"
            default: nil
            }
        guard let field, case .text(let words)? = fields[field] else { return "" }
        return (field == "to" ? "to " : "") + visible(words, oneLine: true)
    }

    /// The record as an object.
    package var json: JSON {
        guard let deadlines, case .object(let members) = plain else { return plain }
        return .object(members + [("due", JSON(deadlines.map(\.json)))])
    }

    private var plain: JSON {
        [
            "ref": .text(reference.text), "kind": .text(reference.kind.rawValue), "state": JSON(state?.rawValue),
            "stateWords": JSON(stateWords), "receiving": isReceiving.map { .flag($0) } ?? .null, "title": JSON(title),
            "on": .text(begun.iso), "known": .text(known.iso),
            "links": .object(links.keys.sorted().map { ($0, JSON(links[$0]?.text)) }), "fields": fields.json,
            "sealed": JSON(sealed.sorted()),
        ]
    }
}

extension [RecordView] {
    /// The records as a table: reference, state, the day it began, its links, its title, and what it is about.
    package var table: String {
        columns(
            map { record in
                let links = record.links.keys.sorted().compactMap { record.links[$0]?.text }.joined(separator: " ")
                let receiving = record.isReceiving.map { $0 ? "receiving" : "not receiving" }
                return [
                    record.reference.text, record.state?.rawValue ?? receiving ?? "-", record.begun.iso, links,
                    record.title ?? "", record.gist,
                ]
            })
    }
}
