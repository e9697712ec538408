// A small linear programme: the most of a sum, where each variable and each row stays between bounds.

/// The simplex method on a dense table, for variables and rows between bounds, from a point that obeys them or not.
///
/// It reckons in floating point: whoever uses it rounds what it finds, and checks that exactly.
struct Simplex {
    /// How many columns and rows there are.
    let columns: Int, rows: Int
    /// How much each basic variable grows with each other one, row by row.
    private var table: [Double]
    /// Bounds and values: the columns' first, then the rows'.
    var low: [Double], high: [Double]
    private(set) var value: [Double]
    /// Which variable stands in each row, and which in each column.
    private var inside: [Int], outside: [Int]
    /// What a unit more of each column brings.
    private var gain: [Double]

    /// A row: how much of which column, and between what.
    struct Row {
        var terms: [(column: Int, factor: Double)]
        var low: Double, high: Double
    }

    /// All columns at nothing.
    init(low: [Double], high: [Double], rows list: [Row]) {
        (columns, rows) = (low.count, list.count)
        table = Array(repeating: 0, count: low.count * list.count)
        self.low = low + list.map(\.low)
        self.high = high + list.map(\.high)
        value = Array(repeating: 0, count: low.count + list.count)
        inside = Array(low.count..<(low.count + list.count))
        outside = Array(0..<low.count)
        gain = Array(repeating: 0, count: low.count)
        for (index, row) in list.enumerated() {
            for term in row.terms { table[index * columns + term.column] += term.factor }
        }
    }

    /// The most of a sum of the columns, from where it stands; false if it gave up.
    mutating func maximise(_ objective: [Double]) -> Bool {
        for column in 0..<columns { gain[column] = outside[column] < columns ? objective[outside[column]] : 0 }
        for row in 0..<rows where inside[row] < columns && objective[inside[row]] != 0 {
            add(row, times: objective[inside[row]])
        }
        var still = 0
        for _ in 0..<(200 + 20 * (columns + rows)) {
            guard let (column, step) = entering(first: still > 40) else { return true }
            let moved = move(column, step, repairing: false)
            still = moved < 1e-9 ? still + 1 : 0
        }
        return false
    }

    /// Brings every variable between its bounds; false if nothing does.
    mutating func repair() -> Bool {
        var still = 0
        for _ in 0..<(200 + 20 * (columns + rows)) {
            for column in 0..<columns { gain[column] = 0 }
            var isWrong = false
            for row in 0..<rows {
                let side = side(of: inside[row])
                if side != 0 {
                    isWrong = true
                    add(row, times: Double(-side))
                }
            }
            if !isWrong { return true }
            guard let (column, step) = entering(first: still > 40) else { return false }
            still = move(column, step, repairing: true) < 1e-9 ? still + 1 : 0
        }
        return false
    }

    /// Bounds for a column, which its value then keeps at once if it is not in a row.
    mutating func bound(_ variable: Int, low newLow: Double, high newHigh: Double) {
        (low[variable], high[variable]) = (newLow, newHigh)
        guard let column = outside.firstIndex(of: variable) else { return }
        let step = min(max(value[variable], newLow), newHigh) - value[variable]
        if step != 0 { shift(column, by: step) }
    }

    private mutating func add(_ row: Int, times factor: Double) {
        let start = row * columns
        for column in 0..<columns where table[start + column] != 0 { gain[column] += factor * table[start + column] }
    }

    /// -1 below its bounds, 1 above them, 0 between.
    private func side(of variable: Int) -> Int {
        if value[variable] < low[variable] - 1e-7 { return -1 }
        return value[variable] > high[variable] + 1e-7 ? 1 : 0
    }

    private func entering(first: Bool) -> (column: Int, step: Double)? {
        var best: (column: Int, step: Double)?
        var most = 1e-7
        for column in 0..<columns {
            let gain = gain[column], variable = outside[column]
            guard abs(gain) > most else { continue }
            if gain > 0 ? value[variable] < high[variable] - 1e-9 : value[variable] > low[variable] + 1e-9 {
                if first, let chosen = best, outside[chosen.column] < variable { continue }
                best = (column, gain > 0 ? 1 : -1)
                if !first { most = abs(gain) }
            }
        }
        return best
    }

    /// Moves a column as far as bounds allow and exchanges it with the row that stopped it; how far.
    private mutating func move(_ column: Int, _ step: Double, repairing: Bool) -> Double {
        let variable = outside[column]
        var far = step > 0 ? high[variable] - value[variable] : value[variable] - low[variable]
        var stop: Int?
        var pivot = 0.0
        for row in 0..<rows {
            let slope = table[row * columns + column] * step
            if abs(slope) < 1e-9 { continue }
            let basic = inside[row]
            let now = value[basic], least = low[basic], most = high[basic]
            var room = slope > 0 ? most - now : now - least
            if repairing {
                if slope > 0, now < least - 1e-7 { room = least - now }
                if slope < 0, now > most + 1e-7 { room = now - most }
                if room < -1e-7 { continue }
            }
            let reach = max(0, room) / abs(slope)
            if reach < far - 1e-9 || (reach < far + 1e-9 && stop != nil && abs(slope) > pivot) {
                (far, stop, pivot) = (min(far, reach), row, abs(slope))
            }
        }
        if !far.isFinite { far = 0 }
        shift(column, by: step * far)
        if let stop {
            exchange(stop, column)
        }
        return far
    }

    private mutating func shift(_ column: Int, by step: Double) {
        if step == 0 { return }
        value[outside[column]] += step
        for row in 0..<rows {
            let slope = table[row * columns + column]
            if slope != 0 { value[inside[row]] += slope * step }
        }
    }

    private mutating func exchange(_ row: Int, _ column: Int) {
        let start = row * columns
        let pivot = table[start + column]
        var touched: [(Int, Double)] = []
        for other in 0..<columns where other != column && table[start + other] != 0 {
            let factor = -table[start + other] / pivot
            table[start + other] = factor
            touched.append((other, factor))
        }
        table[start + column] = 1 / pivot
        for other in 0..<rows where other != row {
            let slope = table[other * columns + column]
            if slope == 0 { continue }
            table[other * columns + column] = slope / pivot
            for (place, factor) in touched {
                let sum = table[other * columns + place] + slope * factor
                table[other * columns + place] = abs(sum) < 1e-11 ? 0 : sum
            }
        }
        let slope = gain[column]
        if slope != 0 {
            gain[column] = slope / pivot
            for (place, factor) in touched { gain[place] += slope * factor }
        }
        swap(&inside[row], &outside[column])
    }
}
