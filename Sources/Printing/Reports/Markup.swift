// Text made safe to stand in HTML and XML.

/// Text as markup writes it: nothing in it is obeyed, and nothing in it is hidden or turned round.
func markup(_ text: String) -> String {
    var safe = ""
    for scalar in visible(text, oneLine: true).unicodeScalars {
        switch scalar {
        case "&": safe += "&amp;"
        case "<": safe += "&lt;"
        case ">": safe += "&gt;"
        case "\"": safe += "&quot;"
        case "'": safe += "&#39;"
        // No character of XML.
        case "\u{FFFE}", "\u{FFFF}": safe += "\u{FFFD}"
        default: safe.unicodeScalars.append(scalar)
        }
    }
    return safe
}
