// What is wrong with a proof, with its place.

extension ProofFile {
    /// The entry, if the file proves that one of those bytes stands in the log of that key.
    ///
    /// - Parameter file: the name of the proof's file, for the fault.
    /// - Throws: `LogFault` saying what is wrong.
    package func entry(_ bytes: [UInt8], in file: String, log: NoteVerifier) throws -> Leaf {
        do {
            _ = try verify(bytes, log: log)
            return try Leaf(reading: bytes, at: index)
        } catch AuditError.otherLeaf {
            throw LogFault(.otherLeaf, in: file, leaf: index, field: "extra")
        } catch AuditError.proofFails {
            throw LogFault(.proofFails, in: file, leaf: index)
        } catch AuditError.misplacedLeaf {
            throw LogFault(
                .misplacedLeaf, in: file, leaf: index, field: "seq", other: "\(Leaf.fault(in: bytes).seq ?? 0)")
        } catch AuditError.malformedLeaf {
            throw LogFault(.malformedLeaf, in: file, leaf: index, field: Leaf.fault(in: bytes).field)
        }
    }
}
