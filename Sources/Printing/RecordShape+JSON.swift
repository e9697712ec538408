// What a record of each kind is made of, as JSON: what a program needs to add one.

package import CaseModel
import Lifecycle

extension RecordShape {
    /// The member `records` of the rule book's JSON: every kind with its links and fields.
    package static var records: JSON { JSON(RecordKind.allCases.map { of($0).json }) }

    private var json: JSON {
        [
            "kind": .text(kind.rawValue), "prefix": .text(kind.prefix), "machine": JSON(kind.machine?.rawValue),
            "words": .text(words), "recorders": JSON(recorders.map(\.rawValue)),
            "links": JSON(
                links.map { link in
                    [
                        "field": .text(link.name), "record": .text(link.kind.prefix),
                        "required": .flag(link.required),
                    ]
                }),
            "fields": JSON(fields.map(\.json)),
        ]
    }
}

extension FieldShape {
    fileprivate var json: JSON {
        var members: [(String, JSON)] = [("field", .text(name)), ("type", .text(type.name))]
        switch type {
        case .choice(let choices): members.append(("choices", JSON(choices)))
        case .reference(let kind): members.append(("record", .text(kind.prefix)))
        case .count(let min, let max): members += [("min", JSON(min)), ("max", JSON(max))]
        case .text, .day, .flag: break
        }
        return .object(members + [("words", .text(words))])
    }
}
