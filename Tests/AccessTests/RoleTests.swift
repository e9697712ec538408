// Who may do what: every role against every act, and the compartments that go with them.

import Access
import Lifecycle
import Testing

@Suite struct RoleTests {
    /// The whole table again, written by role and act in another shape.
    private static let table: [Act: Set<Role>] = [
        .consult: [.officer, .care, .careLead, .supervisor, .inspector, .dpo, .custodian],
        .breakGlass: [.officer, .care, .careLead, .supervisor, .inspector],
        .reviewEmergencies: [.careLead, .supervisor, .inspector, .dpo],
        .add: [.officer, .care, .careLead, .supervisor, .inspector, .dpo, .custodian],
        .record: [.officer, .care, .careLead, .supervisor, .inspector, .dpo],
        .approve: [.careLead, .supervisor, .inspector, .dpo],
        .correct: [.officer, .care, .careLead, .supervisor, .inspector, .dpo],
        .importPast: [.careLead, .inspector, .custodian],
        .export: [.careLead, .supervisor, .inspector, .custodian],
        .figures: Set(Role.allCases),
        .readLog: [.dpo],
        .proveLog: [.supervisor, .inspector, .dpo, .custodian],
        .check: [.supervisor, .inspector, .dpo, .custodian],
        .administer: [.custodian],
        .backUp: [.custodian],
        .restore: [.custodian],
        .countersign: [.supervisor, .inspector],
        .draftRelease: [.publisher, .supervisor, .inspector],
        .checkRelease: [.publisher, .supervisor, .dpo],
        .approveRelease: [.inspector, .careLead],
        .overrideRelease: [.dpo],
        .readReleases: [.publisher, .supervisor, .inspector, .careLead, .dpo],
        .noteFact: [.publisher, .supervisor, .inspector, .careLead, .dpo],
    ]

    @Test(arguments: Act.allCases)
    func `lets exactly these roles do it`(act: Act) {
        #expect(Set(Role.allCases.filter { $0.acts.contains(act) }) == Self.table[act])
    }

    @Test func `lets a set of roles do what any of them may, and no role nothing`() {
        #expect(Set<Role>([.officer, .dpo]).may(.readLog) && Set<Role>([.officer, .dpo]).may(.record))
        #expect(!Set<Role>([.officer, .publisher]).may(.approve))
        for act in Act.allCases { #expect(!Set<Role>().may(act)) }
    }

    /// The kinds that each role opens, written again the other way round; every other kind is as the suspects' are.
    private static let openers: [RecordKind: Set<Role>] = {
        let police: Set<Role> = [.officer, .supervisor, .inspector, .dpo, .custodian]
        let both = police.union([.care, .careLead])
        var openers: [RecordKind: Set<Role>] = [.request: [.dpo, .custodian]]
        let shared: [RecordKind] = [
            .investigation, .post, .person, .victim, .support, .duty, .allocation, .aggregate,
        ]
        for kind in shared { openers[kind] = both }
        for kind in RecordKind.allCases where openers[kind] == nil { openers[kind] = police }
        return openers
    }()

    @Test(arguments: RecordKind.allCases) func `lets exactly these roles open such records`(kind: RecordKind) {
        #expect(Set(Role.allCases.filter { $0.kinds.contains(kind) }) == Self.openers[kind])
    }

    @Test func `lets whoever may record or approve by a rule open the records that it is about`() {
        for rule in RuleBook.current.machines.flatMap(\.rules) {
            let able = Set(rule.recorders + (rule.approval?.by ?? []) + rule.machine.reviewers)
            let shut = able.filter { !$0.kinds.contains(rule.machine.record) }.map(\.rawValue)
            #expect(shut.isEmpty, "\(rule.id)")
        }
    }

    @Test func `lets whoever reviews a breach approve`() {
        for machine in MachineID.allCases {
            #expect(!machine.reviewers.isEmpty && machine.reviewers.allSatisfy { $0.acts.contains(.approve) })
        }
    }

    @Test func `keeps who manages accounts from what is in the case file`() {
        #expect(Role.custodian.compartments.isEmpty && Role.publisher.compartments.isEmpty)
        #expect(!Role.custodian.acts.contains(.record) && !Role.custodian.acts.contains(.readLog))
    }

    @Test func `gives each agency its own compartment and the shared one`() {
        for role in [Role.officer, .supervisor, .inspector] { #expect(role.compartments == [.police, .shared]) }
        for role in [Role.care, .careLead] { #expect(role.compartments == [.care, .shared]) }
        #expect(Role.dpo.compartments == [.rights])
        #expect(Set<Role>([.officer, .careLead]).compartments == [.police, .care, .shared])
        for role in Role.allCases { #expect(!role.compartments.isSuperset(of: [.police, .care])) }
    }

    @Test func `lets nobody record by a rule whose role may not record at all, nor approve`() {
        for rule in RuleBook.current.machines.flatMap(\.rules) {
            #expect(rule.recorders.allSatisfy { $0.acts.contains(.record) }, "\(rule.id)")
            #expect((rule.approval?.by ?? []).allSatisfy { $0.acts.contains(.approve) }, "\(rule.id)")
        }
    }

    @Test func `has distinct words and names for everything`() {
        #expect(Set(Act.allCases.map(\.words)).count == Act.allCases.count)
        #expect(Set(Role.allCases.map(\.words)).count == Role.allCases.count)
        #expect(Set(Compartment.allCases.map(\.words)).count == Compartment.allCases.count)
    }
}
