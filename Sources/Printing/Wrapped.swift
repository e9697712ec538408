// Words set in lines of a screen's width.

/// The width of a screen on which everything is to be read, in characters.
let screenWidth = 100

/// The text in lines that are no wider than a screen, made safe; every line after the first begins under the first's text.
///
/// - Parameters:
///   - head: what stands before the text on its first line, as wide as it is to be.
///   - indent: how far in the later lines begin; as far as the text after `head` if not said.
package func wrapped(_ text: String, after head: String = "", indent: Int? = nil) -> String {
    let start = indent ?? head.count
    var lines: [String] = []
    var line = head
    var isBlank = true
    for word in visible(text, oneLine: true).split(separator: " ") {
        if !isBlank, line.count + 1 + word.count > screenWidth {
            lines.append(line)
            line = String(repeating: " ", count: start)
            isBlank = true
        }
        line += (isBlank ? "" : " ") + word
        isBlank = false
    }
    return (lines + [line]).map { $0 + "\n" }.joined()
}

/// Rows of words set in columns, of which the last is set in lines of a screen's width.
func wrappedColumns(_ rows: [[String]]) -> String {
    let heads = columns(rows.map { $0.dropLast() + ["|"] }).split(separator: "\n")
    return zip(rows, heads).map { wrapped($0.last ?? "", after: String($1.dropLast())) }.joined()
}
