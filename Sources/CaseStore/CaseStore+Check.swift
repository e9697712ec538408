// The check of the whole store: pages, structure, accounts, spans, sealed values, signatures, log.
import Access
import AuditLog
package import Cryptography
import KeyRing
import Lifecycle
import Rows
import SQLite
import Vault

extension CaseStore {
    /// Is told what is being looked at, how much is done and of how much.
    package typealias CheckProgress = (_ part: String, _ done: Int, _ of: Int) -> Void

    /// Checks everything, also of a store that does not open any more.
    ///
    /// Throws ``StoreError`` if the store cannot even be looked at: missing, held by another, or of a newer program; or if
    /// the account may not check it.
    package static func check(
        at directory: String, user: String, passphrase: borrowing SecretBytes, wait: Double = 5,
        state: StateFolder? = nil, clock: @escaping Clock, progress: CheckProgress = { _, _, _ in }
    ) throws -> CheckReport {
        let store: CaseStore
        do {
            store = try open(
                at: directory, user: user, passphrase: passphrase, wait: wait, state: state, for: .inspection,
                clock: clock)
        } catch let error as StoreError where error.kind == .damaged {
            return try examination(
                of: directory, user: user, passphrase: passphrase, wait: wait, after: error, progress: progress)
        }
        defer { try? store.close() }
        var report = try store.check(progress: progress)
        report.warnings = store.notes + report.warnings
        return report
    }

    /// Checks everything of an open store.
    package func check(progress: CheckProgress = { _, _, _ in }) throws -> CheckReport {
        try speaking {
            try authorise(.check)
            var findings = Findings()
            var report = CheckReport()
            for impediment in impediments { findings.add(.store, impediment.sentence, advice: "") }
            let before = findings.all.count
            try looking(at: .pages, &findings) { findings in
                var count = 0
                for fault in try vault.check(progress: {
                    count = $1
                    progress("pages", $0, $1)
                }) {
                    findings.add(fault.place == .structure ? .structure : .pages, fault.what, at: "\(fault.place)")
                }
                report.looked.append(("pages", count))
            }
            try looking(at: .structure, &findings) { try structure(&$0) }
            let mayWrite = findings.all.count == before && isWritable
            try looking(at: .keys, &findings) { try accounts(&$0, &report) }
            try looking(at: .records, &findings) { try records(&$0, &report, progress) }
            try looking(at: .releases, &findings) { try releases(&$0, &report) }
            try looking(at: .log, &findings) { findings in
                let verdict = try verdict(&findings, progress)
                report.looked.append(("log entries", verdict.size))
                try checkRestores(&findings)
            }
            report.findings = findings.all
            if reserve?.isHollow == true {
                report.warnings.append(
                    "The file system of \(directory) keeps no room back for the log of who looks: on a full disk nothing "
                        + "could be shown.")
            }
            // Nothing is written to a store whose pages are damaged: it may still be needed as it is.
            guard mayWrite else { return report }
            let detail = CanonicalValue.object([
                "act": .text("check"), "faults": .number(Int64(findings.all.count)),
            ])
            let entry = try entry(.upkeep, [Part(detail, for: storeSubject())])
            try note(entry)
            return report
        }
    }

    /// Looks at one part of the store; if damage stops that, says so and goes on with the next.
    private func looking(
        at part: Finding.Part, _ findings: inout Findings, _ body: (inout Findings) throws -> Void
    ) throws {
        do {
            try speaking { try body(&findings) }
        } catch let error as StoreError where error.kind == .damaged {
            findings.add(part, "The \(part.rawValue) could not be looked at to the end: \(error.sentence)")
        }
    }

    private func structure(_ findings: inout Findings) throws {
        for table in try connection.brokenReferences() {
            findings.add(
                .structure, "a row leans on another that is not there", at: "table \(table)", advice: Finding.tampered)
        }
    }

    private func accounts(_ findings: inout Findings, _ report: inout CheckReport) throws {
        roster = try Roster(connection.signedRows(), keys: keys)
        report.warnings += try keyWarnings()
        let now = clock().milliseconds
        for name in Compartment.allCases.map(\.rawValue) {
            let holders = roster.holders(of: name, at: now)
            if holders.allSatisfy({ $0.isActiveCustodian }) {
                report.warnings.append(
                    holders.isEmpty
                        ? "Nobody holds the compartment \(name): what is sealed to it opens with the recovery key alone."
                        : "Only custodians hold the compartment \(name): grant it to those whose work it is.")
            }
        }
    }
}
