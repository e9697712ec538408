// Leaves opened for a reader, as far as the reader may be told what stands in them.
import Access
import AuditLog
import Cryptography
import KeyRing
import Lifecycle
import Rows
import SQLite

/// Reads the log of a store that somebody may read, and keeps shut what is shut to them.
final class LogReader {
    /// What one entry says of one subject, or of nobody.
    struct LoggedPart {
        /// The subject whom it concerns; nil for words that are boxed to data protection.
        let subject: Int64?
        /// Every record that it names, the reader's own business or not: to choose by, never to show.
        let named: [Reference]
        /// Whether the list of records was cut at the length that a detail may have.
        let isCut: Bool
        /// What was done, as the store writes it: to sort by, never to show.
        let rawAct: String
        /// Whether the store knew, when it was written, that the records were other people's work.
        let isOutside: Bool
        /// What may be told of it; nil if it is shut to the reader.
        let told: CanonicalValue?
        /// The words of the reason, if that is what it holds.
        let reason: String?

        /// What was done, as the store writes it; empty if that is not the reader's to know.
        var act: String { told?["act"]?.text ?? "" }
        /// The records that may be named to the reader.
        var records: [Reference] { told.map(LogReader.references) ?? [] }
    }

    /// The most records that one detail lists.
    static let mostListed = 500

    let store: CaseStore
    let sight: LogSight
    private var logKeys: [Int64: LogKey] = [:]

    /// - Parameter sight: what the reader may see; what the account that is signed in may see if not said.
    init(_ store: CaseStore, sight: LogSight? = nil) {
        self.store = store
        self.sight = sight ?? LogSight(roles: store.account.roles, compartments: store.account.compartments)
    }

    /// The name of the account that a handle stands for; the handle itself where there is no such account any more.
    func name(of handle: String) -> String { store.roster.users[handle]?.name ?? handle }

    /// Gives each leaf below `size`, the newest first, until `body` answers false; pruned leaves are passed over.
    ///
    /// - Parameters:
    ///   - subject: only the leaves with a part about that subject; nil for all.
    ///   - progress: is told how many of how many were passed.
    func walk(
        below size: Int, about subject: Int64? = nil, progress: (Int, Int) -> Void = { _, _ in },
        _ body: (Leaf) throws -> Bool
    ) throws {
        if let subject {
            let chosen = try store.connection.leaves(about: subject).filter { $0 < size }
            for (place, seq) in chosen.reversed().enumerated() {
                guard try leaves(seq..<seq + 1).allSatisfy(body) else { return }
                progress(place + 1, chosen.count)
            }
            return
        }
        var end = size
        while end > 0 {
            let start = max(0, end - Self.stretch)
            for leaf in try leaves(start..<end).reversed() where try !body(leaf) { return }
            end = start
            progress(size - end, size)
        }
    }

    /// The leaves of a range that were not pruned, in order.
    func leaves(_ range: Range<Int>) throws -> [Leaf] {
        var leaves: [Leaf] = []
        try store.connection.leaves(range) { seq, bytes, _ in
            if let bytes { leaves.append(try Leaf(reading: bytes, at: seq)) }
        }
        return leaves
    }

    /// The parts of a leaf that still exist, opened; those of other subjects than `subject` are left out, if it is given.
    func parts(of leaf: Leaf, about subject: Int64? = nil) throws -> [LoggedPart] {
        try store.connection.details(of: leaf.seq).compactMap { detail in
            if let subject, let its = detail.subject, its != subject { return nil }
            guard let content = try open(detail, leaf) else { return nil }
            let words = detail.manner == .boxed ? content["reason"]?.text : nil
            return LoggedPart(
                subject: detail.subject, named: Self.references(content),
                isCut: (content["records"]?.list?.count ?? 0) >= Self.mostListed,
                rawAct: content["act"]?.text ?? "", isOutside: content["outside"] == .flag(true),
                // What is boxed to data protection was written for whoever can open it.
                told: detail.manner == .boxed ? content : sight.told(content), reason: words)
        }
    }

    private func open(_ detail: SealedDetail, _ leaf: Leaf) throws -> CanonicalValue? {
        switch detail.manner {
        case .sealed:
            guard let subject = detail.subject else { return nil }
            let key = try logKeys[subject] ?? store.logKey(subject)
            logKeys[subject] = key
            return try detail.open(in: leaf, with: key)
        case .boxed:
            guard sight.compartments.contains(.rights),
                let held = try? store.keys.compartment(Compartment.rights.rawValue)
            else { return nil }
            return try detail.open(in: leaf, with: held.agreementKey())
        }
    }

    /// The records that a detail names.
    private static func references(_ detail: CanonicalValue) -> [Reference] {
        ((detail["records"]?.list ?? []).compactMap(\.text) + [detail["record"]?.text].compactMap(\.self))
            .compactMap { Reference($0) }
    }

    /// How many leaves are read at once.
    static let stretch = 4_096
}
