// The command `demo`: a fictional operation, entered through the same door as any user's.

import CaseStore
import Cryptography
import Demonstration
import Printing

extension Dalesway {
    static let demo = Command(
        "demo", "Make a fictional store that reproduces the published figures.",
        details: """
            Everything in it is made up. Its users are officer, care, care-lead, supervisor, inspector, dpo, \
            dpo-council, publisher and custodian, all with the passphrase that you give or, where there is no \
            terminal to ask at, one that is generated and shown. It takes half a minute or so.
            """,
        examples: ["dalesway --store demo-store demo", "dalesway --store demo-store --json demo"]
    ) { call in
        guard call.named ?? "custodian" == "custodian" else {
            throw Trouble("the demonstration's first user is custodian; leave --user out", .usage)
        }
        let folder = DemoFolder(call.store)
        let passphrase = try NewPassphrase(ofDemoFor: call)
        let script = DemoScript(call: call)
        do {
            try script.found(passphrase.secret)
            try script.play(Demonstration.acts, passphrase.secret)
            let reports = try script.figures(passphrase.secret)
            return script.answer(reports, passphrase: passphrase.generated)
        } catch let error as StoreError where error.kind == .exists {
            throw error
        } catch {
            folder.removeWhatWasMade()
            call.talk.complain("the demonstration was not finished; nothing of it was left behind")
            throw error
        }
    }
}

extension NewPassphrase {
    /// The passphrase of everybody in the demonstration: given, asked for, or made.
    fileprivate init(ofDemoFor call: Call) throws {
        if call.passphrase.isGiven || call.talk.isTerminal {
            try self.init(checking: call.passphrase.readNew("A passphrase for all users: "), for: "custodian")
        } else {
            try self.init(generatedFor: "custodian")
        }
    }
}
