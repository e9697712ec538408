// Values on their way into boxes: sealed some hundred at a time on a thread beside the work.
import KeyRing
import Rows

/// Seals what a piece of work hands it, while the work goes on; a few values are sealed when they are asked for.
final class Sealing {
    /// A box that is there when it is asked for.
    enum Ticket {
        case made(SealedBox)
        case waiting(compartment: String, batch: Int, place: Int)
    }

    private struct Value {
        let content: [UInt8]
        let key: SubjectKey
        let place: Place
    }

    /// As many as make a thread worth while.
    private static let many = 128

    private let thread = SideThread()
    private var values: [Value] = []
    private var batches: [Pending<[[UInt8]]>] = []
    private var last: [[UInt8]] = []

    /// Takes a value to be sealed under a subject's key for one place.
    func take(_ content: [UInt8], under key: SubjectKey, at place: Place) -> Ticket {
        let ticket = Ticket.waiting(compartment: key.compartment, batch: batches.count, place: values.count)
        values.append(Value(content: content, key: key, place: place))
        if values.count == Self.many {
            batches.append(thread.begin { [values] in try Self.sealed(values) })
            values = []
        }
        return ticket
    }

    /// The box of a ticket.
    func box(_ ticket: Ticket) throws -> SealedBox {
        switch ticket {
        case .made(let box): return box
        case .waiting(let compartment, let batch, let place):
            if batch < batches.count {
                return SealedBox(
                    compartment: compartment, manner: .subject, bytes: try batches[batch].value()[place])
            }
            if last.count < values.count { last += try Self.sealed(values[last.count...]) }
            return SealedBox(compartment: compartment, manner: .subject, bytes: last[place])
        }
    }

    private static func sealed(_ values: some Sequence<Value>) throws -> [[UInt8]] {
        try values.map { try $0.key.seal($0.content, at: $0.place) }
    }
}
