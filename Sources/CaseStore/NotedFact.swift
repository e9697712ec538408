// A figure that was given elsewhere, as the store keeps it.
import Cryptography
package import DisclosureControl
import KeyRing
import Publishing
import Rows
import SQLite

/// A figure from elsewhere, where it was given, and who noted it.
package struct NotedFact: Hashable, Sendable {
    /// What a reader may know by it.
    package let fact: KnownFact
    /// Where it was given, in one line.
    package let source: String
    /// Who noted it: the account's handle where it is kept, its name where it is shown.
    package internal(set) var by: String
    /// When it was noted, in milliseconds of UTC since 1970.
    package let at: Int64

    /// What its signature stands for.
    var value: CanonicalValue {
        .object([
            "fact": .text(fact.id), "day": .number(Int64(fact.day)), "of": .text(fact.of),
            "cells": .list(
                fact.cells.map { cell in
                    var members: [String: CanonicalValue] = [:]
                    members["row"] = cell.row.map { .text($0) }
                    members["col"] = cell.col.map { .text($0) }
                    return .object(members)
                }), "least": .number(Int64(fact.least)), "most": .number(Int64(fact.most)),
            "source": .text(source), "at": .number(at),
        ])
    }

    init(_ fact: KnownFact, source: String, by: String, at: Int64) {
        (self.fact, self.source, self.by, self.at) = (fact, source, by, at)
    }

    /// Reads a fact as it was signed; nil if it is none.
    fileprivate init?(_ value: CanonicalValue, by: String) {
        guard let id = value["fact"]?.text, let day = value["day"]?.number, let of = value["of"]?.text,
            let cells = value["cells"]?.list, let least = value["least"]?.number, let most = value["most"]?.number,
            let source = value["source"]?.text, let at = value["at"]?.number
        else { return nil }
        let places = cells.map { KnownFact.Place(row: $0["row"]?.text, col: $0["col"]?.text) }
        self.init(
            KnownFact(id, day: Int(day), of: of, cells: places, least: Int(least), most: Int(most)), source: source,
            by: by, at: at)
        guard self.value == value else { return nil }
    }

    /// What is signed under it.
    static let act = "release fact"

    /// The reference of the fact with that number, which is 1 or more.
    static func reference(_ number: Int) -> String {
        "FACT-" + ReleaseReference(number: number).text.dropFirst(4)
    }

    /// The list of facts as it is kept, each with its signature.
    static func encoded(_ facts: [(fact: NotedFact, signature: [UInt8])]) -> [UInt8] {
        CanonicalValue.object([
            "v": .number(1),
            "facts": .list(
                facts.map { fact, signature in
                    .object(["by": .text(fact.by), "signature": .bytes(signature), "statement": fact.value])
                }),
        ]).encoded
    }

    /// Reads the list as it is kept, and verifies each signature.
    ///
    /// - Throws: ``StoreError`` if it is not in its form, out of order, or one is not signed by who is said to have noted it.
    static func all(in connection: Connection, _ roster: Roster) throws -> [(fact: NotedFact, signature: [UInt8])] {
        guard let bytes = try connection.storeFact(StoreFact.knownFacts) else { return [] }
        guard let kept = CanonicalValue(bytes), kept["v"]?.number == 1, let list = kept["facts"]?.list else {
            throw StoreError(.damaged, "The list of figures given elsewhere cannot be read.")
        }
        return try list.enumerated().map { place, value in
            let name = reference(place + 1)
            guard let by = value["by"]?.text, let bytes = value["signature"]?.bytes,
                let statement = value["statement"], let fact = NotedFact(statement, by: by), fact.fact.id == name
            else { throw StoreError(.damaged, "\(name) cannot be read: it was altered, moved or taken away.") }
            guard let signature = try? Signature(bytes), roster.verify(signature, by: by, on: act, statement) else {
                throw StoreError(.damaged, "\(name) is not signed by the account that is said to have noted it.")
            }
            return (fact, bytes)
        }
    }
}
