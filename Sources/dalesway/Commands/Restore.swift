// The command `restore`: a backup in the store's place, by two people.

import CaseStore
import Lifecycle
import Printing

extension Dalesway {
    static let restore = Command(
        "restore", "Put a backup in the store's place, or sign for that as the second person.",
        details: """
            Restoring is a custodian's, by the accounts in the backup. What stands in the store's place is moved aside \
            and not deleted. The audit log goes on under a new name, and the store stays shut, but for check, audit \
            verify and restore, until a supervisor or the inspector has signed for it: restore --countersign. With \
            --as-is nothing is put back: the state of a store is accepted that is not the newest this machine has seen. \
            Whoever was erased since the backup was made is erased in it again.
            """,
        examples: [
            "dalesway --user custodian restore /media/vault/monday",
            "dalesway --user supervisor restore --countersign",
            "dalesway --user custodian restore --as-is",
        ],
        .optional("backup", "The folder of the backup.", as: String.self),
        .flag("countersign", "Sign for the restore as its second person."),
        .flag("as-is", "Accept the store as it is, though it is not the newest that was seen.")
    ) { (call, backup: String?, countersign: Bool, asIs: Bool) in
        let ways = [backup != nil, countersign, asIs].filter(\.self).count
        if ways == 0 { throw UsageError.missingArgument("backup") }
        if ways > 1 { throw UsageError.unexpected(backup ?? "--as-is") }
        if countersign {
            try call.signedIn(for: .countersigning) { try $0.countersignRestore() }
            return Answer("Signed: the store is open again.\n", json: ["signed": true])
        }
        if asIs {
            let outcome = try call.signedIn(for: .restoring) { try $0.restoreAsIs() }
            return Answer("The state of the store is accepted.\n" + outcome.rest, json: outcome.json)
        }
        guard let backup else { throw UsageError.missingArgument("backup") }
        let user = try call.user
        let secret = try call.passphrase.read()
        let meter = call.progress("bytes looked at")
        defer { meter.finish() }
        let outcome = try CaseStore.restore(
            from: backup, to: call.store, user: user, passphrase: secret, state: call.state, clock: call.moments
        ) { done, _ in meter.reached(done) }
        let made = outcome.manifest.map { "The backup of \(Clock.text(at: $0.at)) is in place: " } ?? ""
        return Answer(made + visible(call.store, oneLine: true) + "\n" + outcome.rest, json: outcome.json)
    }
}

extension RestoreOutcome {
    fileprivate var rest: String {
        var lines: [String] = []
        if let aside { lines.append("What stood there lies in \(visible(aside, oneLine: true)).") }
        if erased > 0 { lines.append("\(erased) subjects who had been erased were erased again.") }
        if let warning { lines.append(warning) }
        lines.append("The store stays shut until a second person has signed: dalesway restore --countersign")
        return lines.map { $0 + "\n" }.joined()
    }

    fileprivate var json: JSON {
        [
            "restored": true, "at": JSON(manifest.map { Int($0.at) }), "aside": JSON(aside),
            "erased": .number(erased), "lostEmergencies": .number(lostEmergencies),
            "waitsForSecondPerson": true,
        ]
    }
}
