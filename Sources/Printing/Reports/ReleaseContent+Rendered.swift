// A release in the form that was asked for: the same release, the same bytes.

package import Publishing

extension ReleaseContent {
    /// The bytes of the report in a form.
    ///
    /// Whatever is not published says in every form that it is a draft.
    package func rendered(as format: ReportFormat, under imprint: Imprint) -> [UInt8] {
        switch format {
        case .html: Array(paper(under: imprint).html.utf8)
        case .ods: paper(under: imprint).spreadsheet
        case .csv: Array(paper(under: imprint).csv.utf8)
        case .json: Array((json(under: imprint).text + "\n").utf8)
        case .text: Array(paper(under: imprint).text.utf8)
        }
    }

    /// The tables as comma-separated values, a file each, with their names.
    package func csvFiles(under imprint: Imprint) -> [(name: String, text: String)] {
        paper(under: imprint).csvFiles
    }
}
