// The order of the log's times: the clock set back by little, by much, and a log that says nothing of it.
import AuditLog
import Cryptography
import Testing

@Suite struct `The times of the log` {
    private let key: LogKey

    init() throws { key = try LogKey(SecretBytes(copying: Array(repeating: 7, count: 32))) }

    private func told(_ last: Int64, _ now: Int64) throws -> Entry? {
        Entry.clockSetBack(from: last, to: now, actor: "u-7", of: .subject(1, key))
    }

    @Test(arguments: [(10_000, 10_000), (10_000, 8_001), (10_000, 20_000), (0, 0)] as [(Int64, Int64)])
    func `tell of no step back that is none, or a small one`(last: Int64, now: Int64) throws {
        #expect(try told(last, now) == nil)
    }

    @Test(arguments: [2_000, 3_600_000, 10 * 365 * 86_400_000] as [Int64])
    func `tell of a step back, with the clock's own time`(step: Int64) throws {
        let last: Int64 = 1_790_000_000_000
        let entry = try #require(try told(last, last - step))
        #expect(entry.verb == .upkeep && entry.why == "clock-set-back" && entry.at == last - step)
        #expect(entry.parts.first?.detail["by"]?.number == step && entry.parts.first?.detail["from"]?.number == last)
        #expect(entry.inOrder(after: last).at == last - step)
    }

    @Test func `stand still for every other entry`() throws {
        let entry = Entry(actor: "u-7", verb: .upkeep, at: 5, why: "migration")
        #expect(entry.inOrder(after: 9).at == 9 && entry.inOrder(after: 5).at == 5 && entry.inOrder(after: 1).at == 5)
        // The words alone are not enough: only upkeep may say so.
        #expect(Entry(actor: "u-7", verb: .consultation, at: 5, why: "clock-set-back").inOrder(after: 9).at == 9)
    }

    /// A log of entries exactly as they are given, out of order if they are.
    private func walk(_ entries: [Entry?]) throws -> Int {
        var hash = try TreeHash()
        var walk = try LogVerifier()
        for (seq, entry) in entries.enumerated() {
            guard let entry else {
                try walk.pruned(hash.leaf([]))
                continue
            }
            try walk.leaf(entry.sealed(at: seq, hash: &hash).bytes)
        }
        _ = try walk.finish()
        return walk.frontier.size
    }

    private func entry(_ at: Int64, _ verb: Verb = .signIn, why: String? = nil) -> Entry {
        Entry(actor: "u-7", verb: verb, at: at, why: why)
    }

    @Test func `are whole where a leaf says that the clock was set back`() throws {
        let far: Int64 = 4_000_000_000_000
        let back = try #require(try told(far, 1_790_000_000_000))
        #expect(try walk([entry(far), back, entry(1_790_000_000_000), entry(1_790_000_000_001)]) == 4)
        // Twice, and at the very beginning.
        #expect(try walk([back, entry(far), back, back, entry(1_790_000_000_000)]) == 5)
        // A leaf that was pruned may have said so.
        #expect(try walk([entry(far), nil, entry(5)]) == 3)
    }

    @Test(
        arguments: [
            (Verb.signIn, nil), (.upkeep, nil), (.upkeep, "clock-set-backs"), (.upkeep, "clock-set-bac"),
            (.consultation, "clock-set-back"), (.upkeep, "Clock-set-back"),
        ] as [(Verb, String?)])
    func `are not whole where another leaf goes back`(verb: Verb, why: String?) throws {
        let first = entry(1_790_000_000_000)
        #expect(throws: AuditError.timeRunsBack(1)) {
            try walk([first, entry(1_790_000_000_000 - 60_001, verb, why: why), first])
        }
        // As much as the leaves of one act could be out of order in programs before this one.
        #expect(try walk([first, entry(1_790_000_000_000 - 60_000, verb, why: why), first]) == 3)
        #expect(throws: AuditError.timeRunsBack(3)) {
            try walk([entry(0), nil, first, entry(0, verb, why: why)])
        }
    }

    @Test func `have a sentence for a log that goes back`() {
        #expect("\(AuditError.timeRunsBack(7))".contains("Leaf 7"))
    }
}
