// What of an act the reader of the log may be told.
package import Lifecycle

/// What a reader of the audit log may see of the records that its entries speak of.
///
/// That something was done, by whom and when, is told of every act: that is what the log is for. Which record it was and
/// what was done to it is told as far as the reader could open the record: the log is no way round a shut door.
package struct LogSight: Hashable, Sendable {
    /// The reader's roles.
    package let roles: Set<Role>
    /// The compartments that the reader holds.
    package let compartments: Set<Compartment>

    package init(roles: Set<Role>, compartments: Set<Compartment>) {
        (self.roles, self.compartments) = (roles, compartments)
    }

    /// Whether acts on records of a kind may be told in full.
    ///
    /// Support is told of to who holds the compartment that it is in: others see of it only whether it is received.
    package func opens(_ kind: RecordKind) -> Bool {
        roles.mayOpen(kind) && (kind.machine != .c2 || compartments.contains(.care))
    }

    /// Whether a word, as `SUP-0001` or `C2.start`, names a record or a rule that is shut to the reader.
    package func isShut(_ word: some StringProtocol) -> Bool {
        kind(of: word).map { !opens($0) } ?? false
    }

    /// Whether any word of a text names a record or a rule that is shut to the reader.
    package func hides(_ text: String) -> Bool {
        text.split { !$0.isLetter && !$0.isNumber && $0 != "-" && $0 != "." && $0 != "_" }.contains { isShut($0) }
    }

    /// Whether the name of an act, as `open support`, speaks of a kind, a record or a rule that is shut to the reader.
    package func hides(act: String) -> Bool {
        hides(act)
            || act.split(separator: " ").contains { RecordKind(rawValue: String($0)).map { !opens($0) } ?? false }
    }

    /// The kind of record that a word names by a reference or by a rule.
    private func kind(of word: some StringProtocol) -> RecordKind? {
        if let reference = Reference(word) { return reference.kind }
        guard let dot = word.firstIndex(of: ".") else { return nil }
        return Self.machines[String(word[..<dot])]
    }

    private static let machines: [String: RecordKind] = Dictionary(
        uniqueKeysWithValues: MachineID.allCases.map { ($0.rawValue, $0.record) })
}
