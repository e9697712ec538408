// What the rule book says in words: law told from choice, what is vouched for, and what it asks for.

import Lifecycle
import Testing

@Suite struct RuleWordsTests {
    static let rules = RuleBook.current.machines.flatMap(\.rules)

    @Test func `tells law from its own choice by the source`() {
        for rule in Self.rules {
            let isChoice = rule.source.lowercased().contains("choice")
            if rule.law {
                #expect(!rule.source.hasPrefix("Design choice"), "\(rule.id)")
            } else {
                #expect(isChoice, "\(rule.id)")
            }
        }
        for consequence in RuleBook.current.consequences {
            #expect(consequence.law != consequence.source.hasPrefix("Design choice"), "\(consequence.id)")
        }
    }

    @Test func `says each thing that is vouched for in a sentence`() {
        for rule in Self.rules {
            for statement in rule.attested {
                let opening = statement.first.map { $0.isUppercase } ?? false
                #expect(opening && statement.hasSuffix("."), "\(rule.id): \(statement)")
            }
            #expect(rule.attested.isEmpty || rule.kind != .derived, "\(rule.id)")
        }
    }

    @Test func `asks for every field that is needed in words that say what it is`() {
        for rule in Self.rules {
            for requirement in rule.requires {
                #expect(!requirement.words.hasSuffix("."), "\(rule.id) \(requirement.field)")
                #expect(requirement.words.first.map { $0.isLowercase } ?? false, "\(rule.id) \(requirement.field)")
            }
            for condition in rule.conditions {
                #expect(!condition.words.hasSuffix("."), "\(rule.id) \(condition.id)")
            }
        }
    }

    /// A condition of one name says one thing within a machine, so that a refusal can be looked up.
    @Test func `says one thing by each name of a condition`() {
        for machine in RuleBook.current.machines {
            var words: [String: Set<String>] = [:]
            for condition in machine.rules.flatMap(\.conditions) {
                words[condition.id, default: []].insert(condition.words)
            }
            for (id, said) in words { #expect(said.count == 1, "\(machine.id.rawValue) \(id): \(said.sorted())") }
        }
    }
}
