// What stopped a walk over a log, with its place.

extension LogFault {
    /// What an error says of the log in that file; nil if it says nothing of one.
    ///
    /// - Parameter matched: the largest size up to which the entries were found to be those that a checkpoint covers.
    package init?(_ error: AuditError, in file: String, matched: (Int) -> Int) {
        switch error {
        case .malformedLeaf(let leaf): self.init(.malformedLeaf, in: file, leaf: leaf)
        case .misplacedLeaf(let leaf): self.init(.reordered, in: file, leaf: leaf)
        case .missingLeaf(let leaf): self.init(.missing, in: file, leaf: leaf)
        case .timeRunsBack(let leaf): self.init(.timeRunsBack, in: file, leaf: leaf, field: "at")
        case .detailDiffers(let leaf): self.init(.detailDiffers, in: file, leaf: leaf)
        case .rootDiffers(let size):
            self.init(.rootDiffers, in: "\(file), checkpoint of \(size) entries", leaf: matched(size))
        case .emergenciesDiffer(let size):
            self.init(.emergenciesDiffer, in: "\(file), checkpoint of \(size) entries")
        case .malformedFrontier: self.init(.headDiffers, in: file)
        case .missingNode: self.init(.treeDiffers, in: file)
        case .oversizedLeaf, .recipientWithoutPart, .malformedNote, .falseSignature, .notSigned, .malformedVerifierKey,
            .malformedCheckpoint, .foreignCheckpoint, .malformedProof, .malformedRequest, .otherLeaf, .proofFails,
            .noSuchProof:
            return nil
        }
    }
}
