// Proofs that have been tampered with: whether their faults are found.

import DisclosureControl

/// A proof, and one thing done to it that makes it worthless.
enum Spoilt: String, CaseIterable {
    case value, missing, twice, world, short, unknown

    /// The proof with that done to it; nil if there is nothing to do it to.
    func done(to proof: Certificate, using chance: inout SeededGenerator) -> Certificate? {
        var spoilt = proof
        guard !proof.worlds.isEmpty, !proof.unknowns.isEmpty, !proof.proofs.isEmpty else { return nil }
        let world = Int.random(in: proof.worlds.indices, using: &chance)
        let place = Int.random(in: proof.unknowns.indices, using: &chance)
        let target = Int.random(in: proof.proofs.indices, using: &chance)
        let proven = proof.proofs[target]
        switch self {
        // Everything that is not known stands in a sum of its table, so that no other number can be right.
        case .value: spoilt.worlds[world][place] += chance.happens(50) ? 1 : -1
        case .missing: spoilt.proofs.remove(at: target)
        case .twice:
            spoilt.proofs[target] = .init(proven.target, worlds: [proven.worlds[0], proven.worlds[0]])
        case .world: spoilt.proofs[target] = .init(proven.target, worlds: [proven.worlds[0], proof.worlds.count])
        case .short: spoilt.worlds[world].removeLast()
        case .unknown:
            spoilt.unknowns.remove(at: place)
            for world in spoilt.worlds.indices { spoilt.worlds[world].remove(at: place) }
        }
        return spoilt
    }
}
