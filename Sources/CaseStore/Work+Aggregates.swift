// Numbers from elsewhere: refused where they cannot be, alone or beside the others.
import Figures
import Lifecycle
import Rows

extension Work {
    /// Weighs a number that is to be added against what can be, and against the parts and the whole that stand.
    ///
    /// - Throws: ``FieldFault`` if it cannot be.
    func weigh(_ fields: [String: FieldValue], on day: Day, known: Day, order: Int) throws {
        let number: Aggregate
        do {
            number = try Aggregate(fields, on: day, known: known, order: order)
        } catch {
            throw FieldFault(error.field, error.words)
        }
        let others = try aggregates ?? store.connection.aggregates()
        if let fault = others.fault(adding: number) { throw FieldFault(fault.field, fault.words) }
        aggregates = others + [number]
    }
}
