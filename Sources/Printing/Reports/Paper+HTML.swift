// The report as one page that needs nothing beside itself: no script, no picture, no font, no address.

extension Paper {
    /// The page.
    var html: String {
        var page = """
            <!DOCTYPE html>
            <html lang="en-GB">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
            <meta name="color-scheme" content="light dark">
            <title>\(watermark.map { "\(markup($0)): " } ?? "")\(markup(title))</title>
            <style>
            \(stylesheet)</style>
            </head>
            <body>
            <a class="skip" href="#main">Skip to the report</a>

            """
        page += "<header>\n"
        if let watermark {
            page += """
                <div class="draft"><strong>\(markup(watermark))</strong> \
                <span>Not approved by both owners. It may change, and nothing of it may be passed on.</span></div>
                <div class="watermark" aria-hidden="true">\(markup(watermark))</div>

                """
        }
        page += "<div class=\"page\">\n<h1>\(markup(title))</h1>\n<dl class=\"front\">\n"
        for fact in front { page += "<div><dt>\(markup(fact.name))</dt><dd>\(markup(fact.words))</dd></div>\n" }
        page +=
            "</dl>\n</div>\n</header>\n<nav aria-labelledby=\"contents\">\n<h2 id=\"contents\">Contents</h2>\n<ol>\n"
        for section in sections { page += "<li><a href=\"#\(markup(section.id))\">\(markup(section.title))</a></li>\n" }
        page += "</ol>\n</nav>\n<main id=\"main\" tabindex=\"-1\">\n"
        var table = 0
        for section in sections {
            page +=
                "<section aria-labelledby=\"\(section.id)\">\n<h2 id=\"\(section.id)\">\(markup(section.title))</h2>\n"
            for block in section.blocks { page += Self.html(block, &table) }
            page += "</section>\n"
        }
        let end = front.first.map { "\(markup($0.words)). " } ?? ""
        page +=
            "</main>\n<footer><p>\(end)\(markup(watermark ?? "End of the report."))</p></footer>\n</body>\n</html>\n"
        return page
    }

    private static func html(_ block: Block, _ table: inout Int) -> String {
        switch block {
        case .heading(let words): return "<h3>\(markup(words))</h3>\n"
        case .text(let words): return "<p>\(markup(words))</p>\n"
        case .statement(let all):
            return "<div class=\"statement\">\n\(all.map { "<p>\(markup($0))</p>\n" }.joined())</div>\n"
        case .verbatim(let name, let words):
            let lines = words.split(separator: "\n", omittingEmptySubsequences: false).map { markup(String($0)) }
            return
                "<pre tabindex=\"0\" role=\"region\" aria-label=\"\(markup(name))\">\(lines.joined(separator: "\n"))</pre>\n"
        case .list(let items):
            return "<ul>\n" + items.map { "<li>\(markup($0))</li>\n" }.joined() + "</ul>\n"
        case .cards(let cards):
            let all = cards.map {
                "<li><span class=\"number\">\(markup($0.number))</span> <span class=\"what\">\(markup($0.title))</span> "
                    + "<span class=\"change\">\(markup($0.change))</span></li>\n"
            }
            return "<ul class=\"cards\">\n\(all.joined())</ul>\n"
        case .sheet(let sheet):
            table += 1
            return sheet.html(number: table)
        }
    }
}
