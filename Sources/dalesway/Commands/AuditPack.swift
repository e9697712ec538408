// The command `audit pack`: the log for the Information Commissioner.

import Access
import CaseStore
import Cryptography
import Printing

extension Dalesway {
    static let auditPack = Command(
        "audit pack", "Write the audit log to a folder for the Information Commissioner, with what verifies it.",
        details: """
            Section 62(5) has the log made available to the Commissioner on request. The folder holds what audit export \
            writes; each act in plain words (acts.jsonl); the accounts whose handles the log names (accounts.jsonl); the \
            program that verifies the log without Dalesway (verify-log), a page that says how (READ-ME.txt), and the hash \
            of every file (SHA256SUMS). It is a disclosure: it asks for a recipient and for a reason (--working-on), is \
            logged with both, and the log is signed then. Of acts on what you may not open it tells verb, time and account. \
            The folder must be new or empty.
            """,
        examples: [
            "dalesway --user dpo audit pack commissioner --use lawfulness --to 'Information Commissioner' --working-on complaint"
        ],
        .argument("folder", "The folder to write to.", as: String.self),
        .use,
        .required("to", "Who receives it.", as: String.self, value: "RECIPIENT")
    ) { (call, folder: String, use: LawfulUse?, recipient: String) in
        let to = recipient.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        guard !to.isEmpty, to.count <= 200 else {
            throw Trouble("--to must name who receives it, in at most 200 characters", .usage)
        }
        let use = try call.lawful(use)
        try makeFolder(folder)
        let meter = call.progress("acts written")
        let files = PackFolder(folder)
        do {
            let pack = try call.signedIn { store in
                try store.packLog(to: to, for: use, progress: { done, _ in meter.reached(done) }) {
                    try files.write($0, $1)
                }
            }
            meter.finish()
            try files.write("verify-log", String(decoding: PackageResources.verify_log, as: UTF8.self))
            try files.write("READ-ME.txt", pack.page(to: to, use: use))
            let names = try files.finish()
            return Answer(
                "\(pack.entries) entries for \(to): \(names.joined(separator: ", ")).\n"
                    + (pack.shut > 0
                        ? "\(pack.shut) of them are on what is not open to you: verb, time, account.\n" : "")
                    + "Signed as:\n\(pack.checkpoint)",
                json: [
                    "entries": .number(pack.entries), "shut": .number(pack.shut), "recipient": .text(to),
                    "use": .text(use.rawValue), "why": .text(pack.reason), "files": JSON(names),
                    "checkpoint": .text(pack.checkpoint),
                ])
        } catch {
            files.remove()
            throw error
        }
    }
}

extension CaseStore.Pack {
    /// The page that goes with a pack, for somebody who has never heard of this program.
    fileprivate func page(to recipient: String, use: LawfulUse) -> String {
        let lines = checkpoint.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        return """
            THE AUDIT LOG OF A CASE FILE

            Given to: \(recipient)
            Read for: \(use.words) (Data Protection Act 2018, section 62(4)), for the reason ‘\(reason)’
            Entries:  \(entries), of which \(shut) are on records that are not open to who made this pack

            log.jsonl       every entry as it was written and signed, one to a line, in base64
            checkpoint      the newest signature over the log; checkpoint.N earlier ones, over its first N entries
            log.vkey        the key with which the signatures are verified
            acts.jsonl      every entry in plain words: number, time in London, account, what was done, to what, why, to whom
            accounts.jsonl  the accounts: `actor` is what the entries of log.jsonl call them
            verify-log      a program that verifies all this without the program that wrote it (Python 3 and openssl)
            SHA256SUMS      the hash of each file

            TO VERIFY

            1. sha256sum -c SHA256SUMS
               Nothing was damaged on its way. (It proves no more: who altered a file could have altered its hash.)
            2. python3 verify-log .
               Every entry stands where it was signed to stand: none was altered, moved, added or left out.
            3. Compare this checkpoint with one that was given out before, by whomever: a log that is shorter than that, or
               leads to another sum over the same entries, was put back or rewritten. python3 verify-log . THAT-CHECKPOINT
               does it.

            \(lines.prefix(3).map { "   " + $0 }.joined(separator: "\n"))

            WHAT IT DOES NOT PROVE

            acts.jsonl is the plain reading of log.jsonl by the program: what an entry was about is stored sealed beside it,
            bound to it by a commitment that `dalesway audit verify` checks where the store is. Who holds the store's keys
            and another program can read without an entry. An act on what is not open to who made this pack shows verb, time
            and account alone; so does, without the person, an act on somebody who was erased.

            """
    }
}
