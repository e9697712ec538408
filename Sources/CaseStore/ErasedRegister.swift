// The register of the subjects whose keys were destroyed: it outlives every backup, so that no restore brings one back.
import AuditLog
import Cryptography
import KeyRing
import Rows
import SQLite

/// The numbers of the erased subjects of one store, as they stand on this machine, signed by the store's log.
struct ErasedRegister: Hashable {
    let store: StoreID
    let subjects: Set<Int64>

    /// The name of the file in the store's folder of what this machine has seen.
    static let name = "erased"

    private var body: CanonicalValue {
        .object([
            "format": .text("dalesway erased subjects"), "store": .bytes(store.bytes),
            "subjects": .list(subjects.sorted().map { .number($0) }), "v": .number(1),
        ])
    }

    private func statement() throws -> String {
        "dalesway erased subjects v1\n\(Base64.text(try SHA256.hash(body.encoded).bytes))\n"
    }

    /// The file's bytes, signed.
    func encoded(signedWith identity: LogIdentity) throws -> [UInt8] {
        guard case .object(var members) = body else { return [] }
        let note = try Note(text: statement()).signed(by: identity.key)
        members["signature"] = .text(note.signatures.first?.line ?? "")
        return CanonicalValue.object(members).encoded + [0x0A]
    }

    init(store: StoreID, subjects: Set<Int64>) { (self.store, self.subjects) = (store, subjects) }

    /// Reads a register; nil unless this store's log signed it.
    init?(reading bytes: [UInt8], of store: StoreID, identity: LogIdentity) {
        guard bytes.last == 0x0A, let value = CanonicalValue(Array(bytes.dropLast())), value["v"]?.number == 1,
            value["store"]?.bytes == store.bytes, let subjects = value["subjects"]?.list,
            let line = value["signature"]?.text
        else { return nil }
        self.init(store: store, subjects: Set(subjects.compactMap(\.number)))
        // The name in the line is whichever the log had when it signed; the key is the same.
        let origin = line.split(separator: " ").dropFirst().first.map(String.init) ?? ""
        guard let verifier = try? identity.verifier(of: origin), let text = try? statement(),
            let note = try? Note(reading: Array("\(text)\n\(line)\n".utf8)),
            (try? note.signers(among: [verifier]).isEmpty) == false
        else { return nil }
    }
}

extension Connection {
    /// The subjects whose keys were destroyed in this store.
    func erasedSubjects() throws -> Set<Int64> {
        guard let bytes = try storeFact(StoreFact.erased) else { return [] }
        guard let list = CanonicalValue(bytes)?.list else {
            throw StoreError(.damaged, "The list of erased subjects is damaged.")
        }
        return Set(list.compactMap(\.number))
    }
}

extension StateFolder {
    private func register(of store: StoreID) -> String { "\(folder(of: store))/\(ErasedRegister.name)" }

    /// The register of a store on this machine; nil if there is none, or the store's log did not sign it.
    func erased(of store: StoreID, identity: LogIdentity) -> ErasedRegister? {
        let folder = StoreFolder(path: folder(of: store))
        guard let bytes = try? folder.read(register(of: store), most: 16 << 20) else { return nil }
        return ErasedRegister(reading: bytes, of: store, identity: identity)
    }

    /// Keeps a register, and waits until it is safe.
    func keep(_ register: ErasedRegister, identity: LogIdentity) throws {
        let folder = StoreFolder(path: folder(of: register.store))
        try StoreFolder(path: path).makeWithParents()
        try folder.make()
        try folder.replace(self.register(of: register.store), with: register.encoded(signedWith: identity))
    }
}
