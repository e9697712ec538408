// The report as an OpenDocument spreadsheet that a screen reader can walk: a cover, contents, and one table to a sheet.

extension Paper {
    /// The bytes of the spreadsheet (OpenDocument 1.3).
    var spreadsheet: [UInt8] {
        var archive = ZipArchive()
        // It must be the first member, and stored: by it the file is known.
        archive.add("mimetype", Array(Self.kind.utf8))
        archive.add("META-INF/manifest.xml", Array(Self.manifest.utf8))
        archive.add("content.xml", Array(content.utf8))
        archive.add("styles.xml", Array(Self.styles.utf8))
        archive.add("meta.xml", Array(meta.utf8))
        return archive.file
    }

    private static let kind = "application/vnd.oasis.opendocument.spreadsheet"
    private static let head = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
    private static let spaces = """
        xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" \
        xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" \
        xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" \
        xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0" \
        xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0" \
        xmlns:meta="urn:oasis:names:tc:opendocument:xmlns:meta:1.0" xmlns:dc="http://purl.org/dc/elements/1.1/" \
        xmlns:xlink="http://www.w3.org/1999/xlink" office:version="1.3"
        """

    private static let manifest =
        head + """
            <manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0" manifest:version="1.3">
            <manifest:file-entry manifest:full-path="/" manifest:version="1.3" manifest:media-type="\(kind)"/>
            <manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/>
            <manifest:file-entry manifest:full-path="styles.xml" manifest:media-type="text/xml"/>
            <manifest:file-entry manifest:full-path="meta.xml" manifest:media-type="text/xml"/>
            </manifest:manifest>

            """

    private static let styles =
        head + """
            <office:document-styles \(spaces)>
            <office:styles>
            <style:default-style style:family="table-cell"><style:paragraph-properties style:writing-mode="lr-tb"/>\
            <style:text-properties style:font-name="Arial" fo:font-family="Arial" fo:font-size="12pt" fo:language="en" \
            fo:country="GB"/></style:default-style>
            <style:style style:name="Default" style:family="table-cell"/>
            <style:style style:name="Title" style:family="table-cell" style:parent-style-name="Default">\
            <style:text-properties fo:font-size="16pt" fo:font-weight="bold"/></style:style>
            <style:style style:name="Warning" style:family="table-cell" style:parent-style-name="Default">\
            <style:text-properties fo:font-size="14pt" fo:font-weight="bold" fo:color="#7a1d13"/></style:style>
            <style:style style:name="Words" style:family="table-cell" style:parent-style-name="Default">\
            <style:table-cell-properties fo:wrap-option="wrap" style:vertical-align="top"/></style:style>
            <style:style style:name="Head" style:family="table-cell" style:parent-style-name="Words">\
            <style:text-properties fo:font-weight="bold"/></style:style>
            <style:style style:name="Number" style:family="table-cell" style:parent-style-name="Default">\
            <style:table-cell-properties style:vertical-align="top"/>\
            <style:paragraph-properties fo:text-align="end"/></style:style>
            </office:styles>
            </office:document-styles>

            """

    private var meta: String {
        Self.head + """
            <office:document-meta \(Self.spaces)>
            <office:meta>
            <dc:title>\(markup((watermark.map { "\($0): " } ?? "") + title))</dc:title>
            <dc:language>en-GB</dc:language>
            <meta:generator>Dalesway</meta:generator>
            </office:meta>
            </office:document-meta>

            """
    }

    private var content: String {
        let numbered = sheets.enumerated().map { (name: "Table_\($0 + 1)", sheet: $1) }
        let contents = Grid(
            name: "Contents", above: ["Contents", "This worksheet contains one table. Each line names a worksheet."],
            rows: [[Entry.words("Worksheet"), .words("What it holds")]]
                + [[.words("Words"), .words("The report in words")]]
                + numbered.map { [.words($0.name), .words($0.sheet.title)] },
            links: true)
        let grids =
            [cover, contents, words]
            + numbered.map { name, sheet in
                Grid(
                    name: name,
                    above: [sheet.title, "This worksheet contains one table."] + sheet.lead
                        + (sheet.verdict.map { [$0.words] } ?? []),
                    rows: sheet.grid)
            }
        let marked = grids.map { $0.xml(watermark) }.joined()
        let ranges = grids.compactMap { $0.range(watermark) }.joined()
        return Self.head + """
            <office:document-content \(Self.spaces)>
            <office:automatic-styles>
            <style:style style:name="wide" style:family="table-column"><style:table-column-properties style:column-width="11cm"/>\
            </style:style>
            <style:style style:name="plain" style:family="table-column"><style:table-column-properties style:column-width="5cm"/>\
            </style:style>
            </office:automatic-styles>
            <office:body>
            <office:spreadsheet>
            \(marked)<table:database-ranges>\(ranges)</table:database-ranges>
            </office:spreadsheet>
            </office:body>
            </office:document-content>

            """
    }

    private var cover: Grid {
        Grid(
            name: "Cover", above: [title, "This worksheet contains one table: what this report is."],
            rows: [[.words("What"), .words("Value")]] + front.map { [.words($0.name), .words($0.words)] })
    }

    /// Everything that is said in sentences, a cell each.
    private var words: Grid {
        let all = sections.flatMap { section in
            section.blocks.flatMap { block -> [[Entry]] in
                let lines: [String] =
                    switch block {
                    case .heading(let words), .text(let words): [words]
                    case .list(let items), .statement(let items): items
                    case .verbatim(_, let words): words.split(separator: "\n").map(String.init)
                    case .cards, .sheet: []
                    }
                return lines.map { [.words(section.title), .words($0)] }
            }
        }
        return Grid(
            name: "Words", above: ["The report in words", "This worksheet contains one table."],
            rows: [[.words("Section"), .words("Words")]] + all)
    }
}
