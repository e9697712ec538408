// Which kinds of record a role may open at all.
import CaseStore
import Lifecycle
import Testing

@Suite struct `Kinds of record` {
    @Test(arguments: [RecordKind.suspect, .custody, .charge, .submission, .prosecution, .crime])
    func `of suspects and what follows for them stay shut to social care`(kind: RecordKind) throws {
        let scratch = try Scratch()
        try scratch.found()
        let store = try scratch.open("care")
        defer { try? store.close() }
        #expect(throws: StoreError.self) { try store.list(kind) }
        #expect(throws: StoreError.self) { try store.history(Reference(kind: kind, number: 1)) }
    }

    @Test(arguments: [RecordKind.victim, .support, .person])
    func `of victims and their support are open to both agencies`(kind: RecordKind) throws {
        let scratch = try Scratch()
        try scratch.found()
        for user in ["care", "officer"] {
            let store = try scratch.open(user)
            #expect(try store.list(kind).isEmpty)
            try store.close()
        }
    }
}
