// The forms in which a release is handed out.

/// A form of a report.
package enum ReportFormat: String, CaseIterable, Hashable, Sendable {
    /// One page for people, with charts, that needs nothing beside itself.
    case html
    /// A spreadsheet, one table to a sheet.
    case ods
    /// Comma-separated values, one place of a table to a line.
    case csv
    /// For other programs.
    case json
    /// Plain text, a screen wide.
    case text
}
