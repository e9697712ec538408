// What the store says of itself, the account list, and the store's making.
package import KeyRing
package import SQLite
import Schema

extension Connection {
    /// A fact of the store, by name, as bytes.
    package func storeFact(_ name: String) throws -> [UInt8]? {
        try first("SELECT value FROM store WHERE name = \(name)") { try $0.bytes(0) }
    }

    /// The account list, every row as it was signed.
    package func signedRows() throws -> [SignedRow] {
        try all("SELECT kind, name, body, signature FROM signed_row") {
            SignedRow(kind: try $0.text(0), name: try $0.text(1), body: try $0.bytes(2), signature: try $0.bytes(3))
        }
    }

    /// The table of each row that leans on one that is not there; empty if there is none.
    package func brokenReferences() throws -> [String] {
        try all("PRAGMA foreign_key_check") { try $0.text(0) }
    }
}

extension Transaction {
    /// Gives a new store its shape.
    package borrowing func makeTables() throws {
        for script in Schema.scripts { try run(Script(embedded: script, name: "case file")) }
        try setUserVersion(UInt16(Schema.scripts.count))
    }

    /// Runs the scripts that an older store has not run yet.
    ///
    /// `edition` is how many it has run; `scripts` are all there are.
    package borrowing func makeTables(after edition: Int, of scripts: [[UInt8]] = Schema.scripts) throws {
        for script in scripts.dropFirst(edition) { try run(Script(embedded: script, name: "case file")) }
        try setUserVersion(UInt16(scripts.count))
    }

    /// Writes a fact of the store.
    package borrowing func setStoreFact(_ name: String, _ value: [UInt8]) throws {
        try run("INSERT OR REPLACE INTO store (name, value) VALUES (\(name), \(value))")
    }

    /// Takes a fact of the store away, if it is there.
    package borrowing func removeStoreFact(_ name: String) throws {
        try run("DELETE FROM store WHERE name = \(name)")
    }

    /// Writes a change of the account list.
    package borrowing func apply(_ change: AccountChange) throws {
        for row in change.removed {
            try run("DELETE FROM signed_row WHERE kind = \(row.kind) AND name = \(row.name)")
        }
        try put(change.written)
    }

    /// Writes rows of the account list in place of those of the same name.
    package borrowing func put(_ rows: [SignedRow]) throws {
        for row in rows {
            try run(
                """
                INSERT OR REPLACE INTO signed_row (kind, name, body, signature)
                VALUES (\(row.kind), \(row.name), \(row.body), \(row.signature))
                """)
        }
    }
}

/// How many schema scripts this program knows: the edition of the stores that it makes.
package let schemaEdition = Schema.scripts.count
