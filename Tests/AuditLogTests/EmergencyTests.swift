// Emergency accesses in leaves and checkpoints: counted, told to whoever holds a checkpoint, and never miscounted.
import AuditLog
import Cryptography
import Testing

@Suite struct `Emergency accesses in a log` {
    private static let root = "qr689yGdJldL3CgTuvhaaCUCeHz/EfqfZpmF37rNOeQ="

    private func checkpoint(_ lines: String...) throws -> Checkpoint {
        try Checkpoint(reading: "x\n1\n\(Self.root)\n" + lines.map { $0 + "\n" }.joined())
    }

    @Test func `stand in a checkpoint as one line, or none where there were none`() throws {
        #expect(EmergencyLine(count: 0) == nil && EmergencyLine(count: -1) == nil)
        #expect(EmergencyLine(count: 12)?.text == "break-glass 12")
        #expect(try checkpoint().emergencyCount() == 0)
        #expect(try checkpoint("break-glass 12").emergencyCount() == 12)
        #expect(try checkpoint("of others", "break-glass 1", "break-glasses 7").emergencyCount() == 1)
        #expect(try checkpoint("break-glassy", "Break-glass 3").emergencyCount() == 0)
    }

    @Test(arguments: [
        "break-glass", "break-glass ", "break-glass 0", "break-glass 01", "break-glass -1", "break-glass +1",
        "break-glass 1 ", "break-glass  1", "break-glass one", "break-glass 99999999999999999999",
        "break-glass \u{661}",
    ])
    func `are not guessed at where the line is not in its form`(line: String) throws {
        #expect(throws: AuditError.malformedCheckpoint) { try checkpoint(line).emergencyCount() }
    }

    @Test func `are not counted from two lines`() throws {
        #expect(throws: AuditError.malformedCheckpoint) {
            try checkpoint("break-glass 1", "break-glass 1").emergencyCount()
        }
    }

    @Test(arguments: ["", "a\nb", "a\tb", "\n"]) func `make no checkpoint with a line that is none`(line: String) throws
    {
        let root = try checkpoint().root
        #expect(throws: AuditError.malformedCheckpoint) {
            try Checkpoint(origin: "x", size: 1, root: root, extensions: [line])
        }
    }

    @Test func `are signed with the checkpoint that tells of them`() throws {
        let key = try NoteKey(name: "x", key: SigningKey())
        let own = try Checkpoint(
            origin: "x", size: 1, root: checkpoint().root, extensions: [#require(EmergencyLine(count: 2)).text])
        let note = try own.signed(by: key)
        let verifier = key.verifier
        #expect(try Checkpoint(note, of: verifier) == own)
        let fewer = note.encoded.replacing("break-glass 2", with: "break-glass 1")
        #expect(throws: AuditError.falseSignature("x")) {
            _ = try Checkpoint(Note(reading: Array(fewer.utf8)), of: verifier)
        }
        let none = note.encoded.replacing("break-glass 2\n", with: "")
        #expect(throws: AuditError.falseSignature("x")) {
            _ = try Checkpoint(Note(reading: Array(none.utf8)), of: verifier)
        }
    }

    /// The bytes and hashes of a log in which the leaves at these places tell of an emergency.
    private func log(_ size: Int, _ places: Set<Int>) throws -> (leaves: [[UInt8]], roots: [Digest]) {
        var hash = try TreeHash()
        var frontier = Frontier()
        var (leaves, roots): ([[UInt8]], [Digest]) = ([], [try frontier.root(hash: &hash)])
        for place in 0..<size {
            let entry = Entry(
                actor: "u-7", verb: .consultation, at: Int64(place),
                why: places.contains(place) ? EmergencyCode.why("safeguarding") : "safeguarding")
            let sealed = try entry.sealed(at: place, hash: &hash)
            leaves.append(sealed.bytes)
            _ = try frontier.append(sealed.hash, hash: &hash)
            roots.append(try frontier.root(hash: &hash))
        }
        return (leaves, roots)
    }

    private func claim(_ size: Int, _ count: Int, _ roots: [Digest]) throws -> Checkpoint {
        try Checkpoint(
            origin: "x", size: size, root: roots[size],
            extensions: EmergencyLine(count: count).map { [$0.text] } ?? [])
    }

    @Test func `are counted by a walk, which holds every checkpoint to its number`() throws {
        let places: Set = [2, 3, 7]
        let (leaves, roots) = try log(9, places)
        let right = try (1...9).map { size in try claim(size, places.count { $0 < size }, roots) }
        var walk = try LogVerifier(against: right)
        for leaf in leaves { try walk.leaf(leaf) }
        _ = try walk.finish()
        let found = walk.emergencies
        #expect(found == [2, 3, 7])

        for size in 1...9 {
            let count = places.count { $0 < size }
            for wrong in Set([0, count - 1, count + 1]).subtracting([-1, count]) {
                var walk = try LogVerifier(against: [claim(size, wrong, roots)])
                #expect(throws: AuditError.emergenciesDiffer(size)) {
                    for leaf in leaves { try walk.leaf(leaf) }
                }
            }
        }
    }

    @Test func `may stand among leaves that were pruned, and no more of them than those`() throws {
        let (leaves, roots) = try log(4, [1])
        var hash = try TreeHash()
        for (count, isRight) in [(0, true), (1, true), (2, false)] {
            var walk = try LogVerifier(against: [claim(4, count, roots)])
            var fault: AuditError?
            for (place, leaf) in leaves.enumerated() {
                do throws(any Error) {
                    if place == 1 { try walk.pruned(hash.leaf(leaf)) } else { try walk.leaf(leaf) }
                } catch {
                    fault = error as? AuditError
                }
            }
            #expect(fault == (isRight ? nil : .emergenciesDiffer(4)), "\(count)")
        }
    }

    @Test(arguments: Verb.allCases) func `are looks, and nothing else`(verb: Verb) throws {
        var hash = try TreeHash()
        let entry = Entry(actor: "u-7", verb: verb, at: 0, why: EmergencyCode.why("support"))
        #expect(try entry.sealed(at: 0, hash: &hash).leaf.isEmergency == (verb == .consultation))
    }

    @Test func `are told from a reason by their code alone`() {
        #expect(EmergencyCode.reason(in: "break-glass.safeguarding") == "safeguarding")
        for why in [nil, "", "safeguarding", "break-glass", "x.break-glass.safeguarding"] {
            #expect(EmergencyCode.reason(in: why) == nil)
        }
    }
}
