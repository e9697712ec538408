// Everything told, as numbers that hang together: what a reader can reckon with.

/// The numbers of all statements, each once, and what must hold between them.
///
/// The same number told at two places, a table's total and its headline, or the margin of a crossed table and the cell of
/// the table by that characteristic alone, is one quantity here.
struct System {
    /// The quantities.
    var quantities: [Quantity] = []
    /// Where each place's number is found among them.
    var places: [Place: Int] = [:]
    /// Each adds to nothing: a whole, less its parts.
    var equations: [[Term]] = []
    /// The first of each is never more than the second.
    var orders: [Order] = []
    /// Sums known from elsewhere, or from what is told of one alone.
    var sums: [Known] = []
    /// The kinds of quantity, the same cell in every statement being one kind.
    var kinds: [String: Int] = [:]
    /// How many statements there are.
    var statements = 0

    /// One number.
    struct Quantity {
        /// What it is.
        let truth: Int
        /// Whether any place publishes it.
        var isPublished: Bool
        /// The same cell in any statement.
        let kind: Int
        /// The first and the last statement that it belongs to, by order.
        let first: Int
        var last: Int
        /// The least a reader takes it to be.
        var floor: Int
    }

    /// A quantity with its sign.
    struct Term: Hashable {
        let quantity: Int, sign: Int
    }

    /// A quantity that is never more than another.
    struct Order: Hashable {
        let less: Int, more: Int
    }

    /// A sum between bounds.
    struct Known {
        let quantities: [Int], least: Int, most: Int
    }

    /// What every quantity is in the file.
    var truth: [Int32] { quantities.map { Int32(clamping: $0.truth) } }

    /// Whether a world agrees with everything told, by plain addition.
    func allows(_ world: [Int32]) -> Bool {
        for (number, quantity) in quantities.enumerated() {
            let value = Int(world[number])
            if quantity.isPublished ? value != quantity.truth : value < quantity.floor { return false }
        }
        for equation in equations where equation.reduce(0, { $0 + $1.sign * Int(world[$1.quantity]) }) != 0 {
            return false
        }
        for order in orders where world[order.less] > world[order.more] { return false }
        return sums.allSatisfy { known in
            (known.least...known.most).contains(known.quantities.reduce(0) { $0 + Int(world[$1]) })
        }
    }
}
