// Lines of a file to values, with every fault of every line.

package import Lifecycle

/// What became of one line.
package enum ParsedLine: Hashable, Sendable {
    case line(ImportLine)
    /// Everything that is wrong with it, and the reference it would have made if it is an `add` that says one: later lines
    /// that lean on it are not at fault for leaning on it.
    case faults([Fault], ref: Reference?)
}

/// Reads the lines of a file, strictly: what is not understood is a fault, never ignored.
package enum LineParser {
    /// What a line says, or everything that is wrong with it.
    package static func parse(_ line: LineReader.Line) -> ParsedLine {
        guard let bytes = line.bytes else {
            let sentence = "is longer than \(LineReader.most >> 20) MB"
            return .faults([Fault(line: line.number, sentence: sentence)], ref: nil)
        }
        return parse(bytes, line: line.number)
    }

    /// What a line's bytes say, or everything that is wrong with them.
    package static func parse(_ bytes: ArraySlice<UInt8>, line: Int) -> ParsedLine {
        guard bytes.contains(where: { $0 > 0x20 }) else {
            return .faults([Fault(line: line, sentence: "is empty")], ref: nil)
        }
        if bytes.starts(with: [0xEF, 0xBB, 0xBF]) {
            let sentence = "begins with a byte order mark; save the file as UTF-8 without one"
            return .faults([Fault(line: line, sentence: sentence)], ref: nil)
        }
        let node: Node
        do throws(Flaw) {
            node = try Scanner.scan(bytes)
        } catch {
            let sentence = "is not JSON: at byte \(error.column), \(error.words)"
            return .faults([Fault(line: line, sentence: sentence)], ref: nil)
        }
        guard case .object(let members) = node else {
            return .faults([Fault(line: line, sentence: "is not a JSON object")], ref: nil)
        }
        return parse(members, line: line)
    }

    private static func parse(_ members: [Member], line: Int) -> ParsedLine {
        var reading = Reading(line: line)
        let acts = members.filter { !$0.isRepeated && ["add", "record", "supply", "correct"].contains($0.key) }
        guard let act = acts.first, acts.count == 1 else {
            for member in members { _ = reading.admits(member) }
            reading.fault(
                nil,
                acts.isEmpty
                    ? "says none of add, record, supply and correct"
                    : "says more than one of add, record, supply and correct")
            return .faults(reading.faults, ref: nil)
        }
        var ref: Reference?
        let parsed: ImportLine? =
            switch act.key {
            case "add": reading.add(act, members, ref: &ref).map { .add($0) }
            case "record": reading.record(act, members).map { .record($0) }
            case "supply": reading.supply(act, members).map { .supply($0) }
            default: reading.correct(act, members).map { .correct($0) }
            }
        guard let parsed, reading.faults.isEmpty else { return .faults(reading.faults, ref: ref) }
        return .line(parsed)
    }
}
