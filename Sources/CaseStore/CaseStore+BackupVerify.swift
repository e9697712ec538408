// Verifying a backup: it is opened as a store of its own, in a scratch folder, and checked like one.
package import Cryptography
import Glibc
import KeyRing
import Rows
import SQLite
import Vault

/// What the verification of a backup found.
package struct BackupVerdict: Sendable {
    /// What the backup says of itself.
    package let manifest: BackupManifest
    /// What is wrong, in sentences; empty if the backup is whole.
    package var faults: [String]
    /// What is not wrong and should be known.
    package var warnings: [String] = []
    /// What was looked at, and how many of it.
    package var looked: [(what: String, count: Int)] = []
    /// Whether it should have been destroyed by now.
    package let isOverdue: Bool
}

extension CaseStore {
    /// Verifies the backup at `path`: its files against the manifest, then the store in it, restored into a folder under
    /// `scratch` that goes away again, by every check there is.
    ///
    /// The user signs in by the accounts in the backup and may check. Throws ``StoreError`` if there is no backup, it cannot be
    /// read at all, or the user may not.
    package static func verifyBackup(
        at path: String, scratch: String, user: String, passphrase: borrowing SecretBytes, clock: @escaping Clock,
        progress: CheckProgress = { _, _, _ in }
    ) throws -> BackupVerdict {
        try speaking {
            let backup = try BackupFolder(path)
            var verdict = BackupVerdict(
                manifest: backup.manifest, faults: try backup.faults { progress("files", $0, $1) },
                isOverdue: backup.manifest.isOverdue(on: clock().today))
            guard verdict.faults.isEmpty else { return verdict }
            var template = Array("\(scratch)/dalesway-verify-XXXXXX".utf8CString)
            guard unsafe mkdtemp(&template) != nil else {
                throw StoreError(.exists, "No scratch folder can be made in \(scratch).")
            }
            let name = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
            defer { StoreFolder(path: name).removeWhole() }
            let folder = try NewFolder("\(name)/store")
            for name in ["case.db", "slots"] {
                try folder.copy(backup.file(name), as: name) { progress("bytes copied", $0, $1) }
            }
            try folder.copy(backup.file("slots"), as: "slots.copy")
            try folder.finish()
            do {
                let store = try open(
                    at: folder.path, user: user, passphrase: passphrase, for: .inspection, isCopy: true, clock: clock)
                defer { try? store.close() }
                let impediments = Set(store.impediments.map(\.sentence))
                let report = try store.check(progress: progress)
                verdict.faults += report.findings.filter { !impediments.contains($0.what) }.map(\.sentence)
                verdict.faults += try backup.faults(against: store)
                (verdict.warnings, verdict.looked) = (report.warnings, report.looked)
            } catch let error as StoreError where error.kind == .damaged {
                verdict.faults.append(error.sentence)
            }
            return verdict
        }
    }
}

extension StoreFolder {
    /// Makes the folder above this one, and all above that.
    func makeParent() throws {
        guard let slash = path.lastIndex(of: "/"), slash > path.startIndex else { return }
        try StoreFolder(path: String(path[..<slash])).makeWithParents()
    }

    /// Takes the folder away with all that lies in it.
    func removeWhole() {
        for name in names() ?? [] {
            let inner = "\(path)/\(name)"
            if unsafe unlink(inner) != 0 { StoreFolder(path: inner).removeWhole() }
        }
        _ = unsafe rmdir(path)
    }
}
