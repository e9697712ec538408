// One line of a file to be imported, or of an export.

/// What one line of a file says.
package enum ImportLine: Hashable, Sendable {
    case add(AddLine)
    case record(RecordLine)
    case supply(SupplyLine)
    case correct(CorrectLine)
}
