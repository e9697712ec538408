// A walk through the states that a product of machines can come to, each once.

import Lifecycle

/// What was found on the way.
struct Exploration {
    /// Why states may not be, by name.
    typealias Contradictions = [(name: String, isBroken: (Product.Slots) -> Bool)]

    let product: Product
    /// The states found, as numbers, in the order in which they were found.
    private(set) var states: [UInt128]
    /// How many of them were gone on from.
    private(set) var expanded = 0
    /// Pairs of states in which two records were found to stand together.
    private(set) var pairs: Set<Int> = []
    /// The most that followed by itself from one event.
    private(set) var longestChain = 0
    /// For each contradiction that was found: in how many states, and the first.
    private(set) var broken: [String: (count: Int, first: Int)] = [:]
    /// States from which no state can be reached in which the first record is closed.
    private(set) var stuck: [Int] = []
    private var parents: [(state: Int, code: Int)] = [(0, 0)]
    private var codes: [String] = []

    /// Whether every state was gone on from.
    var isWhole: Bool { expanded == states.count }

    /// Walks on until there is nothing new, or until `limit` states were gone on from.
    ///
    /// States that show two records as they had not been seen together come first, so that a walk that is cut short has
    /// seen most of what there is.
    init(_ product: Product, limit: Int, contradictions: Contradictions) {
        self.product = product
        let beginning = product.key(product.beginning)
        states = [beginning]
        var places = [beginning: 0]
        var numbers: [String: Int] = [:]
        var edges: [(from: Int, to: Int)] = []
        var (fresh, others) = ([0], [Int]())
        var (nextFresh, nextOther) = (0, 0)
        _ = notePairs(product.beginning)
        while expanded < limit {
            let here: Int
            if nextFresh < fresh.count {
                here = fresh[nextFresh]
                nextFresh += 1
            } else if nextOther < others.count {
                here = others[nextOther]
                nextOther += 1
            } else {
                break
            }
            expanded += 1
            product.steps(from: product.slots(states[here])) { move, next, followed in
                longestChain = max(longestChain, followed)
                let key = product.key(next)
                if let there = places[key] {
                    if there != here { edges.append((here, there)) }
                    return
                }
                let place = states.count
                places[key] = place
                states.append(key)
                edges.append((here, place))
                let code = "\(product.members[move.member].name) \(move.rule.id)"
                if numbers[code] == nil {
                    numbers[code] = codes.count
                    codes.append(code)
                }
                parents.append((here, numbers[code] ?? 0))
                if notePairs(next) { fresh.append(place) } else { others.append(place) }
                for (name, isBroken) in contradictions where isBroken(next) {
                    broken[name, default: (0, place)].count += 1
                }
            }
        }
        let unseen = fresh[nextFresh...] + others[nextOther...]
        findStuck(edges, from: unseen)
    }

    /// How a state was first come to, and what it is.
    func story(_ place: Int) -> String {
        var steps: [String] = []
        var here = place
        while here > 0 {
            steps.append(codes[parents[here].code])
            here = parents[here].state
        }
        return "\(product.text(product.slots(states[place]))) by \(steps.reversed().joined(separator: "; "))"
    }

    private mutating func notePairs(_ slots: Product.Slots) -> Bool {
        let before = pairs.count
        let moving = product.members.indices.filter { product.members[$0].standsStill == nil }
        for one in moving {
            for other in moving where other > one {
                pairs.insert(((one * 32 + other) * 64 + Int(slots[one])) * 64 + Int(slots[other]))
            }
        }
        return pairs.count > before
    }

    /// Goes back from the states in which the first record is closed; what was not gone on from is taken to lead there.
    private mutating func findStuck(_ edges: [(from: Int, to: Int)], from unseen: some Sequence<Int>) {
        var leading: [[Int32]] = Array(repeating: [], count: states.count)
        for (from, to) in edges { leading[to].append(Int32(from)) }
        let machine = product.members[0].machine
        var isWell = states.map { machine.isTerminal(product.state(0, product.slots($0))) }
        for place in unseen { isWell[place] = true }
        var waiting = states.indices.filter { isWell[$0] }
        while let place = waiting.popLast() {
            for from in leading[place] where !isWell[Int(from)] {
                isWell[Int(from)] = true
                waiting.append(Int(from))
            }
        }
        stuck = states.indices.filter { !isWell[$0] }
    }
}
