// The check of a store that is too damaged to open.
import Cryptography
import KeyRing
import Vault

extension CaseStore {
    /// Looks at every block of a store that did not open, with the key that the slot file gives.
    ///
    /// What an account may do stands inside the store and cannot be asked; whoever has a slot may look, for nothing of
    /// anybody is shown. Throws `error` if there is nothing to look at, or the slot file itself is the trouble.
    static func examination(
        of directory: String, user: String, passphrase: borrowing SecretBytes, wait: Double, after error: StoreError,
        progress: CheckProgress
    ) throws -> CheckReport {
        let folder = StoreFolder(path: directory)
        guard folder.has(folder.database) else { throw error }
        var findings = Findings()
        findings.add(.store, error.sentence, advice: "")
        var report = CheckReport()
        do {
            let words = Passphrase(String(decoding: passphrase.plainCopy(), as: UTF8.self))
            let (store, keys) = try SlotFiles(folder).firstOpened { slots in
                (slots.store, try slots.signIn(user, passphrase: words).storeKeys)
            }
            var count = 0
            let faults = try folder.openingVault {
                try Vault.examine(
                    at: directory, storeID: store.bytes, wait: wait,
                    progress: {
                        count = $1
                        progress("pages", $0, $1)
                    },
                    key: { epoch in keys.first { $0.epoch == Int64(epoch) }?.secret.copy() })
            }
            for fault in faults { findings.add(.pages, fault.what, at: "\(fault.place)") }
            report.looked.append(("pages", count))
            if faults.isEmpty {
                findings.add(
                    .pages, "Every page opens: what is wrong lies in what they hold together, or beside case.db")
            }
        } catch let trouble as StoreError where trouble.kind == .damaged {
            if trouble.sentence != error.sentence { findings.add(.pages, trouble.sentence) }
        } catch let trouble as VaultError {
            let again = StoreError(trouble)
            guard again.kind == .damaged else { throw again }
            if again.sentence != error.sentence { findings.add(.pages, again.sentence) }
        } catch let trouble as KeyRingError {
            let again = StoreError(trouble)
            guard again.kind == .damaged else { throw again }
            if again.sentence != error.sentence { findings.add(.keys, again.sentence) }
        }
        report.findings = findings.all
        return report
    }
}
