// What a check found wrong with a store.
package import AuditLog

/// One thing that is wrong with a store, in however many places: what it is, where, and what to do about it.
package struct Finding: Hashable, Sendable {
    /// What of a store is looked at.
    package enum Part: String, CaseIterable, Sendable {
        case store, keys, pages, structure, records, releases, log
    }

    /// What of the store it was found in.
    package let part: Part
    /// What is wrong, without anybody's data; it begins with a capital where it names no place.
    package let what: String
    /// The first few of the places; empty if it concerns the whole.
    package private(set) var places: [String]
    /// In how many places it was found.
    package private(set) var count: Int
    /// What to do about it; empty if `what` says that too.
    package let advice: String
    /// What kind of fault of the log it is, and of which entry, where it is one.
    package let fault: LogFault?

    /// How many places are named; the others are counted.
    package static let mostPlaces = 5

    init(
        _ part: Part, _ what: String, at place: String? = nil, advice: String = Finding.restore,
        fault: LogFault? = nil
    ) {
        (self.part, self.what, self.advice, self.fault) = (part, what, advice, fault)
        (places, count) = (place.map { [$0] } ?? [], 1)
    }

    mutating func add(_ place: String?) {
        count += 1
        if let place, places.count < Self.mostPlaces { places.append(place) }
    }

    /// All of it in sentences, ready for the user.
    package var sentence: String {
        let fault: String
        if places.isEmpty {
            fault = what + (count > 1 ? " (\(count) times)" : "")
        } else {
            let rest = count - places.count
            let where_ = places.joined(separator: ", ") + (rest > 0 ? " and \(rest) more" : "")
            fault = "\(where_.prefix(1).uppercased())\(where_.dropFirst()): \(what)"
        }
        return fault + (fault.hasSuffix(".") ? "" : ".") + (advice.isEmpty ? "" : " \(advice)")
    }

    static let restore = "Keep this copy aside, and restore the newest backup that is whole."
    static let tampered =
        "Somebody changed the tables past the program, or the program is at fault: restore the newest backup that is "
        + "whole, and have it looked into."
    static let evidence =
        "Keep this copy as evidence, compare it with the checkpoints held elsewhere, and restore the newest backup that "
        + "is whole."
}

/// Findings as they are made; one that repeats is counted, not repeated.
struct Findings {
    private(set) var all: [Finding] = []
    private var places: [String: Int] = [:]

    var isEmpty: Bool { all.isEmpty }

    /// Adds a fault of the audit log.
    mutating func add(_ fault: LogFault) {
        add(.log, fault.what, at: fault.place, advice: Finding.evidence, fault: fault)
    }

    mutating func add(
        _ part: Finding.Part, _ what: String, at place: String? = nil, advice: String = Finding.restore,
        fault: LogFault? = nil
    ) {
        let key = "\(part.rawValue) \(what)"
        if let index = places[key] {
            all[index].add(place)
        } else {
            places[key] = all.count
            all.append(Finding(part, what, at: place, advice: advice, fault: fault))
        }
    }
}
