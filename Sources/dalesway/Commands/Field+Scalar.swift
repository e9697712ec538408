// What the line says of fields and links, as the case file takes it.

import CaseModel
import Interchange
import Lifecycle

extension [Field] {
    /// The fields typed as `type` says; what cannot be of its type goes on as text, for the rules to refuse.
    ///
    /// - Throws: ``UsageError`` where a field that is no flag has no value.
    func scalars(_ type: (String) -> FieldType?) throws(UsageError) -> [String: Scalar] {
        var scalars: [String: Scalar] = [:]
        for field in self {
            let type = type(field.name) ?? .text
            if let scalar = Scalar(word: field.value, as: type) {
                scalars[field.name] = scalar
            } else if let value = field.value {
                scalars[field.name] = .text(value)
            } else {
                throw .missingValue("--\(field.name)")
            }
        }
        return scalars
    }
}

extension RuleBook {
    /// The type of a field of an event that happens to records of a kind; nil if no rule of the event has it.
    func type(of field: String, in event: String, of kind: RecordKind) -> FieldType? {
        for rule in machine(for: kind)?.rules(for: event) ?? [] {
            if let requirement = rule.requires.first(where: { $0.field == field }) { return requirement.type }
        }
        return nil
    }
}
