// Fields that were supplied after their event was recorded: kept as supplements, and read as the event's own.
import Lifecycle

extension Dossier {
    /// The supplements to an event, by their places in `events`, in the order of recording; struck ones with them.
    package func supplements(to index: Int) -> [Int] {
        guard hasSupplements else { return [] }
        return events.indices.filter { events[$0].supplements == events[index].seq }
    }

    /// The fields of an event as they were known when these events were: those given, and those of supplements among them.
    func fields(of index: Int, among believed: [Int]) -> [String: FieldValue] {
        guard hasSupplements else { return events[index].fields }
        return believed.filter { events[$0].supplements == events[index].seq }
            .reduce(into: events[index].given) { fields, supplement in
                fields.merge(events[supplement].fields) { old, _ in old }
            }
    }

    /// Lets every event have the fields of its supplements that stand, and no others beside those given with it.
    func mergeSupplements() {
        guard hasSupplements else { return }
        var places: [Int64: Int] = [:]
        for index in events.indices where events[index].supplements == nil {
            places[events[index].seq] = index
            guard !events[index].supplied.isEmpty else { continue }
            (events[index].fields, events[index].supplied) = (events[index].given, [:])
        }
        for index in events.indices {
            guard let original = events[index].supplements, let place = places[original] else { continue }
            events[index].anchor = events[place].anchor
            guard events[index].struck == nil else { continue }
            for (name, value) in events[index].fields where events[place].fields[name] == nil {
                events[place].fields[name] = value
                events[place].supplied[name] = events[index].seq
            }
        }
    }
}
