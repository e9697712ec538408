// The command `backup`: a copy of the store, and whether a copy is whole.

import Access
import CaseStore
import Cryptography
import Glibc
import Lifecycle
import Printing

extension Dalesway {
    static let backup = Command(
        "backup", "Write an encrypted backup to a new folder, or verify one.",
        details: """
            The backup is of one moment, encrypted as the store is, and opens with the passphrases of that moment. It is \
            never written over another. Writing one is a custodian's, and is logged with who receives it: you, unless --to names \
            somebody else, for which the reason must be given with --working-on. It is kept for 90 days unless you say otherwise: \
            destroy it then. With --verify a backup that lies there already is verified, and no store is needed; where \
            there is none it is written first. To verify, the backup is restored into a scratch folder (under TMPDIR, else \
            /tmp) that goes away again, and checked as check and audit verify do. Everything that is wrong is said in a \
            sentence; then the code is 74.
            """,
        examples: [
            "dalesway --user custodian backup /media/vault/monday",
            "dalesway --user custodian backup /media/vault/monday --keep 30",
            "dalesway --user inspector backup --verify /media/vault/monday",
        ],
        .argument("folder", "The folder to write, or with --verify the backup to verify.", as: String.self),
        .flag("verify", "Verify the backup."),
        .option("keep", "How many days it is kept before it is to be destroyed; 90 if not said.", as: Int.self),
        .option("to", "Who receives it.", as: Recipient.self)
    ) { (call, folder, verify: Bool, keep: Int?, recipient: Recipient?) in
        var manifest: BackupManifest?
        var signed: String?
        let isThere = unsafe access(folder, F_OK) == 0
        if !verify || !isThere {
            let meter = call.progress("pages copied")
            defer { meter.finish() }
            manifest = try call.signedIn { store in
                defer { signed = store.disclosed }
                return try store.backup(to: folder, keep: keep ?? CaseStore.backupDays, for: recipient) { done, _ in
                    meter.reached(done)
                }
            }
        }
        let written = manifest == nil ? "" : "Backup written: \(visible(folder, oneLine: true))\n"
        if let manifest, !verify {
            let json = manifest.json(at: folder, signed: signed)
            return Answer(written + manifest.text, json: json)
        }
        let verdict = try call.verified(folder)
        return Answer(
            written + verdict.text, json: verdict.json(at: folder), exit: verdict.faults.isEmpty ? .ok : .io)
    }
}

extension Call {
    /// Verifies a backup as the user who was named.
    fileprivate func verified(_ folder: String) throws -> BackupVerdict {
        let user = try user
        let secret = try passphrase.read()
        var meter: (title: String, progress: Progress)?
        defer { meter?.progress.finish() }
        return try CaseStore.verifyBackup(
            at: folder, scratch: scratch, user: user, passphrase: secret, clock: moments
        ) { title, done, total in
            if meter?.title != title {
                meter?.progress.finish()
                meter = (title, progress(title, of: total))
            }
            meter?.progress.reached(done)
        }
    }
}

extension BackupManifest {
    fileprivate var rootText: String { Base64.text(root.bytes) }

    fileprivate var text: String {
        """
        made   \(Clock.text(at: at))
        log    \(size) entries
        root   \(rootText)
        keep   until \(keepUntil.iso); destroy it then

        """
    }

    fileprivate func json(at folder: String, signed: String?) -> JSON {
        [
            "backup": .text(folder), "checkpoint": JSON(signed), "at": .number(Int(at)),
            "keepUntil": .text(keepUntil.iso),
            "origin": .text(origin), "size": .number(size), "root": .text(rootText),
            "files": .object(hashes.map { ($0.name, .text($0.hash)) }),
        ]
    }
}

extension BackupVerdict {
    fileprivate var text: String {
        let counted = looked.map { "\($0.count) \($0.what)" }.joined(separator: ", ")
        var lines = faults.isEmpty ? ["The backup is whole: \(counted)."] : faults
        if isOverdue {
            lines.append(
                "Note: it was to be kept until \(manifest.keepUntil.iso) and is overdue for destruction: destroy it.")
        }
        lines += warnings.map { "Note: \($0)" }
        return lines.map { $0 + "\n" }.joined() + manifest.text
    }

    fileprivate func json(at folder: String) -> JSON {
        [
            "backup": .text(folder), "whole": .flag(faults.isEmpty), "faults": JSON(faults),
            "warnings": JSON(warnings), "overdue": .flag(isOverdue), "keepUntil": .text(manifest.keepUntil.iso),
            "at": .number(Int(manifest.at)), "size": .number(manifest.size), "root": .text(manifest.rootText),
            "looked": .object(looked.map { ($0.what, .number($0.count)) }),
        ]
    }
}
