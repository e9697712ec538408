// Whether what the store remembers of emergency accesses is what its log tells.
import AuditLog
import Cryptography
import KeyRing
import Lifecycle
import Rows
import SQLite

extension CaseStore {
    /// Holds the lists of emergency accesses, and their count, against the leaves that tell of them.
    ///
    /// The leaves are the truth: whoever takes an alert away past the program leaves its leaf, and is found here.
    ///
    /// - Parameters:
    ///   - told: the places of the leaves that tell of one, in order.
    ///   - pruned: how many leaves are there by their hash alone, and may have told of one.
    func checkEmergencies(_ told: [Int], pruned: Int, _ findings: inout Findings) throws {
        let listed: [Emergency]
        let count: Int
        do {
            listed = try connection.emergencies(.waiting).all + connection.emergencies(.reviewed).all
            count = try connection.emergencyCount()
        } catch let error as StoreError {
            findings.add(.log, error.sentence, advice: Finding.tampered)
            return
        }
        if !(told.count...told.count + pruned).contains(count) || count != listed.count {
            findings.add(
                .log,
                "The store counts \(count) emergency accesses and lists \(listed.count), but its log tells of \(told.count)",
                advice: Finding.tampered)
        }
        let places = Set(listed.map(\.leaf))
        for place in told where !places.contains(place) {
            findings.add(
                .log, "it tells of an emergency access that is on no list: the alert was taken away",
                at: "entry \(place) of the audit log", advice: Finding.tampered)
        }
        for emergency in listed {
            if try !isTold(emergency) {
                findings.add(
                    .log, "it is listed as an emergency access, and tells of none or of another",
                    at: "entry \(emergency.leaf) of the audit log", advice: Finding.tampered)
            }
            if let review = emergency.review, try !isTold(review, of: emergency) {
                findings.add(
                    .log, "it is listed as the review of an emergency access, and tells of none by a second person",
                    at: "entry \(review.leaf) of the audit log", advice: Finding.tampered)
            }
        }
    }

    private func isTold(_ emergency: Emergency) throws -> Bool {
        let (isThere, leaf) = try found(emergency.leaf)
        guard let leaf else { return isThere }
        return leaf.isEmergency && leaf.actor == emergency.actor
            && EmergencyCode.reason(in: leaf.why) == emergency.code
    }

    private func isTold(_ review: Emergency.Review, of emergency: Emergency) throws -> Bool {
        let (isThere, leaf) = try found(review.leaf)
        guard review.by != emergency.actor, review.leaf > emergency.leaf else { return false }
        guard let leaf else { return isThere }
        return leaf.verb == .alteration && leaf.actor == review.by
    }

    /// Whether there is a leaf at that place, and what it says unless it was pruned.
    private func found(_ place: Int) throws -> (isThere: Bool, leaf: Leaf?) {
        var found: (Bool, Leaf?) = (false, nil)
        try connection.leaves(place..<place + 1) { seq, bytes, _ in
            found = (true, try bytes.map { try Leaf(reading: $0, at: seq) })
        }
        return found
    }
}
