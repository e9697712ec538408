// The rule book's fields can all be said on the command line.

import CaseModel
import Lifecycle
import Testing

@testable import dalesway

@Suite struct `Fields on the command line` {
    /// The one name that is both an option of `record` and a field of the rule book, and means the same in both.
    private let shared: Set<String> = ["reason"]

    @Test func `never hide behind the program's own options`() {
        let taken = Set(Global.shapes.map(\.name))
        for machine in RuleBook.current.machines {
            for rule in machine.rules {
                #expect(taken.isDisjoint(with: rule.requires.map(\.field)), "\(rule.id)")
            }
        }
        for kind in RecordKind.allCases {
            let shape = RecordShape.of(kind)
            #expect(taken.isDisjoint(with: shape.fields.map(\.name) + shape.links.map(\.name)), "\(kind)")
        }
    }

    @Test(arguments: Dalesway.program.commands.filter { $0.name == "record" })
    func `never hide behind the options of record`(record: Command) {
        let taken = Set(record.shapes.filter(\.isOption).map(\.name)).subtracting(shared)
        let fields = Set(RuleBook.current.machines.flatMap(\.rules).flatMap(\.requires).map(\.field))
        #expect(taken.isDisjoint(with: fields), "\(taken.intersection(fields))")
    }

    @Test(arguments: Dalesway.program.commands.filter { $0.name == "add" })
    func `never hide behind the options of add`(add: Command) {
        let taken = Set(add.shapes.filter(\.isOption).map(\.name))
        for kind in RecordKind.allCases {
            let fields = RecordShape.of(kind).fields.map(\.name)
            #expect(taken.isDisjoint(with: fields), "\(kind): \(taken.intersection(fields))")
        }
    }
}
