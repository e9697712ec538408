// The command `check`: whether the store is whole.

import CaseStore
import Lifecycle
import Printing

extension Dalesway {
    static let check = Command(
        "check", "Check the whole store: every page, key, record, sealed value, signature and log entry.",
        details: """
            Also for a store that opens for nothing else. Whatever is wrong is said in a sentence: what, where, and what \
            to do; then the code is 74. What is only not as it should be, about keys and custodians, is a note. What is sealed to a compartment is opened by an account that holds it.
            """,
        examples: ["dalesway --user custodian check", "dalesway check --json"]
    ) { call in
        let user = try call.user
        try call.findStore()
        let secret = try call.passphrase.read()
        var meter: (title: String, progress: Progress)?
        defer { meter?.progress.finish() }
        let report = try CaseStore.check(
            at: call.store, user: user, passphrase: secret, state: call.state, clock: call.moments
        ) { title, done, total in
            if meter?.title != title {
                meter?.progress.finish()
                meter = (title, call.progress(title, of: total))
            }
            meter?.progress.reached(done)
        }
        return Answer(report.text, json: report.json, exit: report.isWhole ? .ok : .io)
    }
}

extension CheckReport {
    fileprivate var text: String {
        let counted = looked.map { "\($0.count) \($0.count == 1 ? Self.one(of: $0.what) : $0.what)" }
            .joined(separator: ", ")
        let verdict = isWhole ? ["The store is whole: \(counted)."] : findings.map(\.sentence)
        let live = goLive.map { ["Duties to victims are opened for what happens from \($0.iso) on."] } ?? []
        return (verdict + live + warnings.map { "Note: \($0)" }).map { $0 + "\n" }.joined()
    }

    /// A word for one of what is counted.
    private static func one(of words: String) -> String {
        words.hasSuffix("ies") ? words.dropLast(3) + "y" : String(words.dropLast())
    }

    fileprivate var json: JSON {
        [
            "whole": .flag(isWhole), "findings": JSON(findings.map(\.sentence)),
            "faults": JSON(
                findings.map { finding -> JSON in
                    [
                        "part": .text(finding.part.rawValue), "what": .text(finding.what),
                        "places": JSON(finding.places), "count": .number(finding.count),
                        "advice": .text(finding.advice),
                    ]
                }), "warnings": JSON(warnings),
            "goLive": JSON(goLive?.iso),
            "looked": .object(looked.map { ($0.what, .number($0.count)) }),
        ]
    }
}
