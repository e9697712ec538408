// What is vouched for, and that nothing is that the file itself can know.

import Lifecycle
import Testing

@testable import Printing

@Suite struct `What is vouched for` {
    private let book = RuleBook.current

    /// Words that speak of other records of the file; a statement with one of them has to say why the file cannot know.
    private static let records: [Set<String>] = [
        ["charge", "charges", "charged"], ["custody", "bail"], ["suspect", "suspects"], ["submission", "file"],
        ["prosecution", "trial"], ["support"], ["duty", "duties"], ["review"], ["request", "requests"], ["allocation"],
    ]

    /// Statements that speak of another record and yet tell what the file does not hold.
    private static let unknowable: [String: String] = [
        "Its suspects, victims and crimes are carried on in the other, and this number is kept as an alias.":
            "whether two records are of one matter is a judgement",
        "The arrest is for another offence than those charged.": "offences are sealed text and are not compared",
        "The suspect was cautioned and told of not being under arrest and free to leave.":
            "what was said at the station",
        "Without a submission: the offence is one that the police may charge.": "a judgement on the offence",
        "By the police alone: the offence is one that the police may charge.": "a judgement on the offence",
        "The suspect has admitted the offence; for one triable only on indictment the CPS has agreed.":
            "what was said, and an agreement that makes no record",
        "There are grounds to suspect guilt; more time is needed; the work is being done diligently; bail is necessary and proportionate.":
            "the test of the law on bail, which is the decider's to apply",
        "Support goes on if the person wants it.": "what the person was told",
        "Whoever reviews took no part in the decision.": "who took part in a decision is not all recorded",
        "The times for which the CPIA Code and the group demand that it is kept have passed, and no inquiry bars disposal.":
            "an inquiry elsewhere makes no record here",
        "The custody officer takes no part in the investigation.": "who takes part is not all recorded",
        "The custody officer finds the evidence sufficient, and has told the person so.": "a judgement",
        "Where the pilot applies, the victim was offered a review before it took effect.":
            "the scheme's own offer, made before there is an event that could open one",
        "A large amount of data is held, and without an answer the request cannot be met.": "a judgement",
    ]

    @Test func `is counted and printed, each statement once`() {
        let statements = book.vouched
        let rules = book.machines.flatMap(\.rules).filter { !$0.attested.isEmpty }
        print("vouched for: \(statements.count) statements under \(rules.count) rules")
        #expect(Set(statements.map(\.words)).count == statements.count)
        #expect(statements.reduce(0) { $0 + $1.rules.count } == rules.reduce(0) { $0 + $1.attested.count })
        #expect(book.vouchedMarkdown.contains("\(statements.count) statements"))
        for rule in rules { #expect(rule.kind != .derived, "\(rule.id): nobody records it, so nobody can vouch") }
    }

    @Test func `is no condition about another record`() {
        let conditions = Set(book.machines.flatMap(\.rules).flatMap(\.conditions).map { Self.plain($0.words) })
        for (words, rules) in book.vouched {
            #expect(!conditions.contains(Self.plain(words)), "\(rules): \(words)")
            let spoken = Set(words.lowercased().split { !$0.isLetter }.map(String.init))
            let others = Self.records.filter { !$0.isDisjoint(with: spoken) }
            guard !others.isEmpty else { continue }
            #expect(
                Self.unknowable[words] != nil,
                "\(rules): \"\(words)\" speaks of \(others.map { $0.sorted() }): make it a condition, or say why it is none"
            )
        }
    }

    @Test func `names among its exceptions only what still stands in the book`() {
        let words = Set(book.vouched.map(\.words))
        for statement in Self.unknowable.keys { #expect(words.contains(statement), "\(statement)") }
    }

    private static func plain(_ words: String) -> String {
        String(words.lowercased().filter { $0.isLetter || $0 == " " })
    }
}
