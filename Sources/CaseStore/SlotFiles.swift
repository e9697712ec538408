// The slot file and its second copy: which of them is the one that the store knows.
import Cryptography
import KeyRing
import Vault

/// What lies in a store's folder by way of slot files, read but not yet believed.
///
/// The file stands twice, and a third time while it is being changed. The store remembers which one is right; before the
/// store is open nobody knows, so that each of them may have to be tried.
struct SlotFiles {
    /// Where a slot file may lie.
    enum Standing: CaseIterable {
        /// The file itself.
        case first
        /// Its second copy.
        case copy
        /// A change that has not taken its place yet.
        case next

        func path(in folder: StoreFolder) -> String {
            switch self {
            case .first: folder.slots
            case .copy: folder.slotsCopy
            case .next: folder.nextSlots
            }
        }
    }

    private enum Content {
        case missing
        case unreadable(StoreError)
        case read(SlotFile)
    }

    private let folder: StoreFolder
    private let found: [(standing: Standing, content: Content)]
    /// The name of the store that lies in the folder; nil if its header does not say.
    private let store: [UInt8]?

    /// Reads what is there.
    ///
    /// - Throws: `StoreError` where there is no file from which anybody could sign in, with a sentence for each reason.
    init(_ folder: StoreFolder) throws {
        self.folder = folder
        store = Vault.storeID(at: folder.path)
        found = Standing.allCases.map { ($0, Self.content(of: $0.path(in: folder), folder)) }
        guard candidates.isEmpty else { return }
        let contents = found.prefix(2).map(\.content)
        if contents.allSatisfy({ if case .missing = $0 { true } else { false } }) {
            throw StoreError(
                .damaged, "The slot file is missing, and its second copy too: nobody can sign in. Restore a backup.")
        }
        for case .unreadable(let error) in contents where error.kind != .damaged { throw error }
        for case .read in contents { throw StoreError(KeyRingError.foreignSlotFile) }
        throw StoreError(
            .damaged, "The slot file is damaged, and so is its second copy: nobody can sign in. Restore a backup.")
    }

    private static func content(of path: String, _ folder: StoreFolder) -> Content {
        guard folder.has(path) else { return .missing }
        do {
            return .read(try SlotFile(reading: folder.read(path, most: SlotFile.greatestByteCount)))
        } catch let error as KeyRingError {
            return .unreadable(StoreError(error))
        } catch let error as StoreError {
            return .unreadable(error)
        } catch {
            return .unreadable(StoreError(.damaged, "\(error)"))
        }
    }

    /// The files of this store, each once, in the order in which they are to be tried.
    var candidates: [SlotFile] {
        var files: [SlotFile] = []
        for case .read(let file) in found.map(\.content) where isOurs(file) && !files.contains(file) {
            files.append(file)
        }
        return files
    }

    private func isOurs(_ file: SlotFile) -> Bool { store.map { file.store.bytes == $0 } ?? true }

    /// Tries each file in turn, until one lets `body` in.
    ///
    /// - Throws: what the first one threw, but "not recognised" before "altered": an altered file knows nobody.
    func firstOpened<Opened: ~Copyable>(_ body: (SlotFile) throws -> Opened) throws -> Opened {
        var first: (any Error)?
        for file in candidates {
            do {
                return try body(file)
            } catch let error as KeyRingError {
                if first == nil || error == .notRecognised { first = error }
            }
        }
        throw first ?? KeyRingError.malformedSlotFile
    }

    /// The file that the store knows.
    ///
    /// - Parameters:
    ///   - digest: what the store remembers of it.
    ///   - generation: likewise; a store of the first edition remembers none.
    /// - Throws: `StoreError` with a sentence that tells an older file from a newer and from an altered one.
    func known(by digest: [UInt8]?, generation: Int64?) throws -> SlotFile {
        for file in candidates where try file.digest().bytes == digest { return file }
        let newest = candidates.map(\.generation).max() ?? 0
        guard let generation, newest != generation else {
            throw StoreError(
                .damaged,
                "The slot file is not the one that the store knows: it was altered, or an older one was put back. "
                    + "Restore a backup.")
        }
        guard newest < generation else {
            throw StoreError(
                .damaged,
                "The slot file is newer (state \(newest)) than the store, which remembers state \(generation): "
                    + "the store is an older copy. Put the newer store back, or restore a backup whole.")
        }
        throw StoreError(
            .damaged,
            "The slot file is older (state \(newest)) than the store remembers (state \(generation)): an older one was "
                + "put back. Put the newer one back, or restore a backup whole.")
    }

    /// Puts the known file wherever another lies, takes an unfinished change away, and says what was wrong.
    ///
    /// - Parameter hasCopy: whether there must be a second copy; a store of the first edition gets its first one quietly.
    /// - Returns: what was found, in sentences, and whether anything was put right.
    func repair(with known: SlotFile, hasCopy: Bool) -> (notes: [String], isRepaired: Bool) {
        var notes: [String] = []
        var isRepaired = false
        let wasCutShort = found.contains { standing, content in
            if case .read(let file) = content { standing == .next && file == known } else { false }
        }
        for (standing, content) in found.prefix(2) {
            let fault = fault(of: content, against: known)
            guard let fault else { continue }
            if case .missing = content, standing == .copy, !hasCopy {
                try? folder.replace(folder.slotsCopy, with: known.encoded)
                continue
            }
            let name = standing == .first ? "The slot file" : "The second copy of the slot file"
            do {
                try folder.replace(standing.path(in: folder), with: known.encoded)
                isRepaired = true
                if !wasCutShort { notes.append("\(name) was \(fault); it has been put right from the other.") }
            } catch {
                notes.append("\(name) is \(fault), and could not be put right: \(StoreError.sentence(of: error))")
            }
        }
        folder.removeLeftovers()
        return (notes, isRepaired && !wasCutShort)
    }

    private func fault(of content: Content, against known: SlotFile) -> String? {
        switch content {
        case .missing: "missing"
        case .unreadable: "damaged"
        case .read(let file) where file == known: nil
        case .read(let file) where !isOurs(file): "another store's"
        case .read(let file) where file.generation < known.generation: "an older one"
        case .read: "altered"
        }
    }
}

extension StoreError {
    /// What an error says to the user.
    static func sentence(of error: any Error) -> String {
        (error as? StoreError)?.sentence ?? "it could not be written."
    }
}
