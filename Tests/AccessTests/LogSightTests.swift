// What a reader of the log may be told of: as much as they could open, over every set of two roles and every kind.
import Access
import Lifecycle
import Testing

@Suite struct `What the log tells of records` {
    @Test(arguments: RecordKind.allCases) func `is what the reader could open`(kind: RecordKind) {
        for one in Role.allCases {
            for other in Role.allCases {
                let roles: Set<Role> = [one, other]
                for compartments in [Set<Compartment>(), [.rights], [.care], Set(Compartment.allCases)] {
                    let sight = LogSight(roles: roles, compartments: compartments)
                    let opens = roles.mayOpen(kind) && (kind != .support || compartments.contains(.care))
                    #expect(sight.opens(kind) == opens)
                    #expect(sight.isShut(Reference(kind: kind, number: 7).text) == !opens)
                    #expect(sight.hides(act: "list \(kind.rawValue)") == !opens)
                    if let machine = kind.machine { #expect(sight.hides("record \(machine.rawValue).start") == !opens) }
                }
            }
        }
    }

    @Test func `takes nothing else for a name of what is shut`() {
        let sight = LogSight(roles: [], compartments: [])
        for word in ["", "A", "B1", "support", "EV-6W9BKZ4SNY", "show", "SUS-1", "Z9.start", ".start", "2026-01-01"] {
            #expect(!sight.isShut(word) && !sight.hides(word))
        }
        #expect(
            sight.hides("from B1.arrest, of SUS-0001") && sight.hides("(SUP-0001)") && sight.hides(act: "open support"))
    }
}
