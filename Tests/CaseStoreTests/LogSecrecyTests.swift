// What the log tells of what its reader may not open: that it was, by whom and when, and nothing else.
import Access
import AuditLog
import CaseModel
import Cryptography
import Interchange
import KeyRing
import Lifecycle
import Rows
import SQLite
import Testing

@testable import CaseStore

@Suite struct `The log, to who may not open a record` {
    let scratch: Scratch

    init() throws {
        scratch = try .withCasework()
        let day = try #require(Day("2020-02-01"))
        _ = try scratch.with("care") { store in
            try store.add(
                AddLine(
                    kind: .support, links: [.victim: try #require(Reference("VIC-0001"))], on: day,
                    fields: ["type": .text("ISVA")]))
        }
        try scratch.record("offer", "SUP-0001", on: "2020-02-03", as: "care")
        try scratch.record("start", "SUP-0001", on: "2020-02-04", as: "care")
        try scratch.record("identify", "SUS-0001", on: "2020-02-03", as: "officer")
        _ = try scratch.with("supervisor") { store in
            try store.add(
                AddLine(
                    kind: .allocation, links: [.suspect: try #require(Reference("SUS-0001"))], on: day,
                    fields: ["to": .text("officer")]))
        }
        _ = try scratch.with("dpo") { store in
            try store.add(
                AddLine(
                    kind: .request, links: [.person: try #require(Reference("PER-0002"))], on: day,
                    fields: ["right": .text("access"), "applicant": .text("Simon Fictitious")]))
        }
        // Every kind is listed, everything is opened in every way, written out, asked about, and refused to who may not.
        for user in ["care", "inspector", "dpo", "officer", "publisher"] {
            let store = try scratch.open(user)
            for kind in RecordKind.allCases {
                let found = (try? store.list(kind)) ?? []
                for view in found {
                    _ = try? store.show(view.reference)
                    _ = try? store.history(view.reference)
                    _ = try? store.next(view.reference)
                    _ = try? store.whoSaw(view.reference, for: .lawfulness)
                    _ = try? store.log(LogFilter(record: view.reference), for: .lawfulness)
                }
                _ = try? store.add(AddLine(kind: kind, on: day))
            }
            for rule in ["start", "charge", "accept_for_scoping"] {
                for ref in ["SUP-0001", "SUS-0001", "INV-0001"] {
                    _ = try? store.record(
                        RecordLine(event: rule, ref: try #require(Reference(ref)), on: Interval(day)))
                }
            }
            _ = try? store.due(WorkQuestion(.team))
            _ = try? store.export { _ in }
            try store.close()
        }
    }

    /// What must not be told to a reader: references, rules, kinds in acts, events and fields of what is shut.
    private func secrets(_ sight: LogSight, _ store: CaseStore) throws -> [String] {
        var words: [String] = []
        for kind in RecordKind.allCases where !sight.opens(kind) {
            words += ["\(kind.prefix)-0", "list \(kind.rawValue)", "listed \(kind.rawValue)", "open \(kind.rawValue)"]
            words += ["add \(kind.rawValue)"]
            if let machine = kind.machine { words.append("\(machine.rawValue).") }
            for row in try store.connection.records(of: kind) {
                let (_, dossier) = try store.dossier(row)
                words += dossier.events.map(\.id)
            }
        }
        return words
    }

    @Test(arguments: Role.allCases) func `tells verb, time and account alone`(role: Role) throws {
        let store = try scratch.open("dpo")
        let size = try store.connection.logSize()
        var shut = 0
        for compartments in [role.compartments, role.compartments.union([.care]), []] {
            let sight = LogSight(roles: [role], compartments: compartments)
            let reader = LogReader(store, sight: sight)
            let secrets = try secrets(sight, store)
            try reader.walk(below: size) { leaf in
                let view = try reader.view(leaf)
                let told = "\(view.words) \(view.subjects.map(\.text)) \(view.detail) \(view.recipient ?? "")"
                for secret in secrets where told.contains(secret) { Issue.record("\(role): \(secret) in \(told)") }
                if view.isShut {
                    shut += 1
                    #expect(view.words == ActWords.shut && view.subjects.isEmpty && view.detail.isEmpty)
                    #expect(view.recipient == nil && !view.actor.isEmpty && view.at > 0)
                }
                return true
            }
            for row in try store.connection.everyRecord() {
                let saw = try store.whoSaw(row, below: size, reader)
                let told = "\(saw.records.map(\.text)) \(saw.accounts.flatMap(\.deeds))"
                for secret in secrets where told.contains(secret) { Issue.record("\(role): \(secret) in \(told)") }
            }
        }
        #expect(shut > 0)
        try store.close()
    }

    @Test func `leaves a victim's acts whole but for the support, to a data-protection officer`() throws {
        let victim = try #require(Reference("VIC-0001"))
        let views = try scratch.with("dpo") { try $0.log(LogFilter(about: victim, actor: "care")) }
        let shut = views.filter(\.isShut)
        #expect(!shut.isEmpty && shut.allSatisfy { $0.why == nil && $0.reason == nil })
        #expect(shut.contains { $0.verb == "collection" } && shut.contains { $0.verb == "alteration" })
        #expect(views.contains { $0.subjects.map(\.text) == ["VIC-0001"] && $0.words == "opened it" })
        #expect(!"\(views)".contains("SUP-") && !"\(views)".contains("C2."))
    }

    @Test func `opens to a reader who holds the compartment`() throws {
        let store = try scratch.open("dpo")
        let sight = LogSight(roles: [.dpo, .care], compartments: [.rights, .care])
        let reader = LogReader(store, sight: sight)
        let victim = try #require(Reference("VIC-0001"))
        let row = try store.row(victim)
        var told = ""
        try reader.walk(below: try store.connection.logSize(), about: row.subject) { leaf in
            told += try reader.view(leaf, about: row.subject).words + "\n"
            return true
        }
        #expect(told.contains("recorded C2.start") && told.contains("listed support records"))
        try store.close()
    }
}
