// The rule book as a handbook: to be read aloud by somebody who has never seen the program, and signed by who answers for it.

package import Lifecycle

extension RuleBook {
    /// The whole handbook in Markdown, or one chapter of it.
    ///
    /// - Parameters:
    ///   - chapter: the one chapter wanted; nil for all.
    ///   - day: the day for which this book was narrowed, which is said at its head; nil for the whole book.
    package func markdown(_ chapter: Chapter? = nil, on day: Day? = nil) -> String {
        let dated = day.map { "\(heading(on: $0))\n\n" } ?? ""
        switch chapter {
        case .machine(let id)?: return dated + (machine(id)?.markdown(openings: consequences) ?? "")
        case .effects?: return dated + effectsMarkdown
        case .clocks?: return dated + clocksMarkdown
        case .editions?: return dated + editionsMarkdown
        case .vouched?: return dated + vouchedMarkdown
        case nil: break
        }
        let chapters =
            machines.map { $0.markdown(openings: consequences) } + [
                effectsMarkdown, clocksMarkdown, editionsMarkdown, vouchedMarkdown,
            ]
        return (["# The rule book\n", dated + opening, contents, adoption] + chapters).joined(separator: "\n")
    }

    /// What a book that was narrowed to a day says at its head.
    private func heading(on day: Day) -> String {
        let edition = edition(on: day)
        let until = edition?.until.map { " to \($0.words)" } ?? ""
        let from = edition?.edition.from.map { " from \($0.words)" } ?? ""
        return "**As it is for a record that begins, and an event that happens, on \(day.words)**: edition "
            + "\(edition?.edition.name ?? self.edition), in force\(from)\(until)."
    }

    private var opening: String {
        let rules = machines.flatMap(\.rules)
        let law = rules.count(where: \.law)
        return """
            Edition \(edition), in force from \(inForceFrom.words). This page is printed by `dalesway lifecycle --markdown`
            from the rules that the program obeys: what stands here is what it does.

            It holds \(machines.count) lifecycles with \(rules.count) rules: \(law) are law or binding guidance,
            \(rules.count - law) are this team's own choice.

            ## How to read it

            Each lifecycle is drawn, its states are explained, and every rule stands in one row.

            | In a row | It means |
            |---|---|
            | **Law** | An Act, a Code or binding guidance says so: nobody in the team can change it. |
            | *Choice* | The team chose it: the lead may change it in a new edition. |
            | Decision | Somebody decides. What is not lawful is refused, with what is missing and who can supply it. |
            | Occurrence | The world or an outside body acts. Where a rule was broken it is still recorded, as it happened, \
            and a supervisor has to look at the breach. |
            | By itself | It follows from other events, or from the passing of days. Nobody records it. |
            | Decided by | Who must have decided: a person, who need not have an account. |
            | Recorded by | Which accounts may write it down. |
            | Approved by | It takes effect only when a second person, signed in, has approved it. |
            | **now** | A field without which it cannot be recorded. |
            | **later** | A field that may follow; whoever recorded the event owes it by a day. |
            | *if known* | A field that may stay unknown for good. |
            | Must hold | A condition on other records, worked out from their events and never ticked. |
            | *Vouched for* | What the program cannot know: whoever records the event answers for it. |
            | May bring about | What may follow by itself in other records: see *What follows by itself*. |
            | Opens | The duties, reviews and other records that it opens: see *What events open*. |
            | Counted in | The figures that count it, or those who stand there. |

            """
    }

    private var contents: String {
        let lives = machines.map { "- [\($0.id.rawValue) \($0.title)](#\(anchor("\($0.id.rawValue) \($0.title)")))" }
        let others = ["What follows by itself", "What events open", "Time limits", "Editions", "What is vouched for"]
            .map { "- [\($0)](#\(anchor($0)))" }
        return (["## Contents", ""] + lives + others).joined(separator: "\n") + "\n"
    }

    private var adoption: String {
        """
        ## Adoption

        | | |
        |---|---|
        | These rules were read and adopted for the operation by | name, rank |
        | on | day |
        | for edition | \(edition) |

        """
    }
}

/// The anchor that a heading has on a page.
private func anchor(_ heading: String) -> String {
    let letters = heading.lowercased().unicodeScalars.filter {
        $0 == " " || $0 == "-" || ("a"..."z").contains($0) || ("0"..."9").contains($0)
    }
    return String(String.UnicodeScalarView(letters)).split(separator: " ", omittingEmptySubsequences: false)
        .joined(separator: "-")
}
