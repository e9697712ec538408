// How a checkpoint tells whoever holds it that records were opened in an emergency.

/// The line `break-glass N` of a checkpoint: how many leaves of an emergency access the log had at that size.
///
/// It counts from the founding of the store, so that of any two checkpoints the later one tells how many there were
/// between them. A checkpoint of a log without any has no such line.
package struct EmergencyLine: Hashable, Sendable {
    /// How many there were; at least 1.
    package let count: Int

    private static let word = "break-glass"

    /// The line for a log with that many; nil for none.
    package init?(count: Int) {
        guard count > 0 else { return nil }
        self.count = count
    }

    /// The line as it is signed.
    package var text: String { "\(Self.word) \(count)" }

    /// Reads a line; nil for a line of another kind.
    ///
    /// - Throws: `AuditError.malformedCheckpoint` if it begins as such a line and its number is none.
    init?(reading line: String) throws(AuditError) {
        guard line == Self.word || line.hasPrefix(Self.word + " ") else { return nil }
        guard let count = plainNumber(line.dropFirst(Self.word.count + 1)), count > 0 else {
            throw .malformedCheckpoint
        }
        self.count = count
    }
}

extension Checkpoint {
    /// How many leaves of an emergency access it says that the log had; 0 where it says nothing.
    ///
    /// - Throws: `AuditError.malformedCheckpoint` if the line is not in its form, or stands twice.
    package func emergencyCount() throws(AuditError) -> Int {
        var found: EmergencyLine?
        for line in extensions {
            guard let read = try EmergencyLine(reading: line) else { continue }
            guard found == nil else { throw .malformedCheckpoint }
            found = read
        }
        return found?.count ?? 0
    }
}
