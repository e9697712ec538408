// The sections between the headline figures and the definitions.

import Publishing

extension ReleaseContent {
    /// Where things stand, apart from all there have ever been.
    var stockAndFlow: Paper.Section? {
        let ours = grouped.filter { $0.group != "team" && $0.group != "victims" }
        let stock = ours.filter(\.isStock)
        let ever = ours.filter { !$0.isStock }
        guard !stock.isEmpty || !ever.isEmpty else { return nil }
        var blocks: [Paper.Block] = [
            .text(
                """
                Two kinds of figures are often taken for each other. The first table says where things stand on the day: \
                these numbers rise and fall. The second says how many there have ever been: these only grow. A number of \
                one table is never to be added to a number of the other.
                """)
        ]
        if !stock.isEmpty {
            blocks.append(.sheet(thenAndNow(stock, id: "stock", title: "Where things stand on the day")))
        }
        if !ever.isEmpty {
            blocks.append(.sheet(thenAndNow(ever, id: "ever", title: "How many there have been to date")))
        }
        return Paper.Section(
            id: "stock-and-flow", title: "Where things stand, and what there has ever been", blocks: blocks)
    }

    /// Victims: identified, offered, waiting, supported.
    var victims: Paper.Section? {
        let rows = headlines.filter { $0.group == "victims" }
        guard !rows.isEmpty else { return nil }
        return Paper.Section(
            id: "victims", title: "Victims and support",
            blocks: [
                .text(
                    """
                    These are counts of people who have been identified as potential victims and of the support that they \
                    were offered. Someone who declines support may ask for it at any time.
                    """),
                .list(rows.map { sentence(on: $0) }),
                .sheet(thenAndNow(rows, id: "victims", title: "Victims and support")),
            ])
    }

    /// The tables by characteristics, and those that are left out.
    var breakdowns: Paper.Section? {
        guard !tables.isEmpty || !withheld.isEmpty else { return nil }
        var blocks: [Paper.Block] = [
            .text(
                """
                Some numbers are hidden so that nobody can be singled out, by this report or by several of them taken \
                together. A hidden number is marked [c], whether it is small itself or protects another that is: the mark \
                does not tell which. Totals agreed between the two bodies are always exact.
                """)
        ]
        blocks += tables.map { .sheet($0.sheet(asAt: inWords(asAt), whole: wholeOf($0))) }
        if !withheld.isEmpty {
            blocks += [.heading("What is withheld, and why"), .list(withheld.map(sentence))]
        }
        return Paper.Section(id: "breakdowns", title: "Breakdowns", blocks: blocks)
    }

    private func wholeOf(_ table: PublishedTable) -> String {
        headlines.first { $0.id == table.headline }?.title ?? "Total"
    }

    private func sentence(on withheld: Withheld) -> String {
        var words = "\(withheld.title): \(withheld.because.closed)"
        if !withheld.merge.isEmpty {
            words += " It could be published with these put together: \(withheld.merge.inWords)."
        }
        if let last = withheld.last { words += " The last report that carries it is \(last)." }
        return words
    }

    /// Who signed what.
    func signedOff(_ imprint: Imprint) -> Paper.Section {
        let rows = imprint.signatures.map {
            Sheet.Row(entries: [.words($0.act), .words($0.role), .words(inWords($0.on))])
        }
        var blocks: [Paper.Block] = []
        if rows.isEmpty {
            blocks.append(.text("Nobody has signed this report."))
        } else {
            blocks.append(
                .sheet(
                    Sheet(
                        id: "sign-offs", title: "Who signed",
                        columns: ["What was done", "In the role of", "On"].map {
                            Sheet.Column(title: $0, isNumber: false)
                        }, rows: rows)))
        }
        if !imprint.exceptions.isEmpty {
            blocks += [.heading("Published by way of exception"), .list(imprint.exceptions)]
        }
        blocks += [
            .text("The content of this report as it was signed has this SHA-256 hash:"),
            .verbatim("Hash", imprint.hash),
        ]
        if let checkpoint = imprint.checkpoint {
            blocks += [
                .text(
                    """
                    This is the audit log as it was signed when the report was published. Whoever holds it can have it \
                    proven that the publication stands in the log.
                    """), .verbatim("Checkpoint", checkpoint),
            ]
        }
        blocks += [
            .heading("The next report, and questions"),
            .text(
                "The next report: \(next.map(inWords) ?? "not said yet"). Questions: \(contact ?? "the body that handed this out")."
            ),
        ]
        return Paper.Section(id: "sign-off", title: "Sign-offs, next report and contact", blocks: blocks)
    }
}

extension String {
    /// The same with a stop at its end.
    var closed: String { last.map { ".!?".contains($0) } == true ? self : self + "." }
    /// The same with a small first letter, unless what it begins with is a name in capitals.
    var lowered: String {
        guard let first, dropFirst().first?.isUppercase != true else { return self }
        return first.lowercased() + dropFirst()
    }
}

extension [String] {
    /// The words as a sentence lists them: `a, b and c`.
    var inWords: String {
        count < 2 ? first ?? "" : "\(dropLast().joined(separator: ", ")) and \(self[count - 1])"
    }
}
