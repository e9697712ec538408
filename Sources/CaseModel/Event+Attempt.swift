// An event of the past, as the rules see it when they are asked again.
import Lifecycle

extension Event {
    /// What stands for the text of a sealed field that was not opened.
    package static let mask = "▒▒▒"

    /// The event as the rules see it; sealed values, which were weighed when it was recorded, are stood in for.
    func attempt(_ machine: Machine) -> Attempt {
        var fields = fields
        if fields.values.contains(.text(Self.mask)), let rule = machine.rules(for: name).first(where: { $0.id == rule })
        {
            for requirement in rule.requires where fields[requirement.field] == .text(Self.mask) {
                if case .choice(let choices) = requirement.type, let choice = choices.first {
                    fields[requirement.field] = .choice(choice)
                }
            }
        }
        return Attempt(name, when: when, fields: fields, decider: decider, asHappened: asHappened, derived: derived)
    }
}
