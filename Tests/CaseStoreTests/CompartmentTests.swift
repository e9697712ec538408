// Who reads what: police, social care and what they share.
import CaseModel
import CaseStore
import Interchange
import Lifecycle
import Testing

@Suite struct `What each agency reads` {
    let scratch: Scratch

    init() throws { scratch = try .withCasework() }

    private func show(_ ref: String, _ user: String) throws -> RecordView {
        let reference = try #require(Reference(ref))
        return try scratch.with(user) { try $0.show(reference) }
    }

    @Test func `who holds no police key does not read what the police wrote, nor who a suspect is`() throws {
        let police = try show("SUS-0001", "officer"), other = try show("SUS-0001", "dpo")
        #expect(police.fields["grounds"] == .text("Named in a fictional account"))
        #expect(other.fields["grounds"] == nil && other.sealed == ["grounds"])
        #expect(police.title == "Simon Fictitious" && other.title == nil)
        #expect(try show("PER-0002", "care").fields["name"] == nil)
        try scratch.record(
            "identify", "SUS-0001", on: "2020-02-03", as: "officer", ["grounds": .text("Fictional text")])
        #expect(
            try scratch.history("SUS-0001", as: "officer").first?.event.fields["grounds"] == .text("Fictional text"))
        #expect(try scratch.history("SUS-0001", as: "dpo").first?.event.fields["grounds"] == .text(Event.mask))
    }

    @Test func `the police do not read what social care wrote of support`() throws {
        let reference = try scratch.with("care") { store in
            try store.add(
                AddLine(
                    kind: .support, links: [.victim: try #require(Reference("VIC-0001"))],
                    on: try #require(Day("2020-02-01")),
                    fields: ["type": .text("other"), "need": .text("A fictional need")]))
        }
        #expect(try show(reference.text, "care").fields["need"] == .text("A fictional need"))
        let police = try show(reference.text, "officer")
        #expect(police.fields["need"] == nil && police.sealed.contains("need"))
    }

    @Test func `a victim's name is for both agencies, and from the day the person is added as one`() throws {
        #expect(try show("PER-0001", "care").fields["name"] == .text("Vera Invented"))
        let day = try #require(Day("2020-02-01"))
        let person = try scratch.with("officer") { store in
            try store.add(
                AddLine(kind: .person, on: day, fields: ["name": .text("Wanda Madeup"), "address": .text("Nowhere")]))
        }
        #expect(try show(person.text, "care").fields["name"] == nil)
        #expect(try show(person.text, "care").sealed.contains("name"))
        let victim = try scratch.with("officer") { store in
            try store.add(
                AddLine(
                    kind: .victim, links: [.investigation: try #require(Reference("INV-0001")), .person: person],
                    on: day))
        }
        let seen = try show(person.text, "care")
        #expect(seen.fields["name"] == .text("Wanda Madeup") && seen.fields["address"] == .text("Nowhere"))
        #expect(try show(victim.text, "care").title == "Wanda Madeup")
    }

    @Test func `a person whom social care adds is read by the police too`() throws {
        let person = try scratch.with("care") { store in
            try store.add(
                AddLine(
                    kind: .person, on: try #require(Day("2020-02-01")),
                    fields: ["name": .text("Olga Invented"), "safe_contact": .text("By fictional letter")]))
        }
        #expect(try show(person.text, "officer").fields["name"] == .text("Olga Invented"))
        #expect(try show(person.text, "officer").fields["safe_contact"] == .text("By fictional letter"))
        #expect(try show(person.text, "dpo").fields["name"] == nil)
    }

    @Test func `adding is for those whose work it is`() throws {
        let day = try #require(Day("2020-02-01"))
        let refusal = try scratch.refused {
            try scratch.with("officer") { try $0.add(AddLine(kind: .investigation, on: day)) }
        }
        #expect(refusal.rule == "add.investigation" && refusal.who == ["supervisor", "inspector"])
        let links = [RecordKind.victim: try #require(Reference("VIC-0001"))]
        let support = AddLine(kind: .support, links: links, on: day, fields: ["type": .text("other")])
        let police = try scratch.refused { try scratch.with("inspector") { try $0.add(support) } }
        #expect(police.who == ["care", "care-lead"])
        // A data-protection officer adds requests and retention, and a publisher nothing at all.
        let dpo = try scratch.refused { try scratch.with("dpo") { try $0.add(AddLine(kind: .person, on: day)) } }
        #expect(dpo.rule == "add.person" && !dpo.who.contains("dpo"))
        let publisher = try scratch.turnedAway {
            try scratch.with("publisher") { try $0.add(AddLine(kind: .person, on: day)) }
        }
        #expect(publisher.kind == .notPermitted)
    }

    @Test func `a record that leans on nothing, or comes too soon or too late, is turned away`() throws {
        let day = try #require(Day("2020-02-01"))
        let investigation = try #require(Reference("INV-0001")), nowhere = try #require(Reference("INV-0077"))
        let person = try #require(Reference("PER-0002"))
        let lines = [
            AddLine(kind: .suspect, links: [.person: person], on: day),
            AddLine(kind: .suspect, links: [.person: person, .investigation: nowhere], on: day),
            AddLine(
                kind: .suspect, links: [.person: person, .investigation: investigation],
                on: try #require(Day("2019-01-01"))),
            AddLine(kind: .person, on: try #require(Day("2090-01-01"))),
            AddLine(kind: .person, on: day, known: Day("2020-01-31")),
            AddLine(kind: .person, ref: person, on: day),
            AddLine(kind: .person, on: day, fields: ["colour": .text("a secret")]),
            AddLine(kind: .person, on: day, fields: ["born": .text("long ago")]),
        ]
        for line in lines {
            let error = try scratch.turnedAway { try scratch.with("officer") { try $0.add(line) } }
            #expect(error.kind == .badData && !error.sentence.contains("secret"))
        }
        #expect(try scratch.with("officer") { try $0.list(.person).count } == 3)
        #expect(try scratch.with("officer") { try $0.list(.suspect).count } == 2)
    }

    @Test func `a record linked to an older day than its own is told how to begin earlier`() throws {
        let day = try #require(Day("2020-02-01")), late = try #require(Day("2020-03-01"))
        let person = try scratch.with("officer") { try $0.add(AddLine(kind: .person, on: late)) }
        let links = [RecordKind.person: person, .investigation: try #require(Reference("INV-0001"))]
        let error = try scratch.turnedAway {
            try scratch.with("officer") { try $0.add(AddLine(kind: .suspect, links: links, on: day)) }
        }
        #expect(error.sentence.contains("\(person.text) began: it stands from 2020-03-01"))
        #expect(error.sentence.contains("--on") && !error.sentence.contains(".."))
    }

    @Test func `a reference that is taken is named without an article`() throws {
        let taken = try #require(Reference("INV-0001")), day = try #require(Day("2020-02-01"))
        let error = try scratch.turnedAway {
            try scratch.with("inspector") { try $0.add(AddLine(kind: .investigation, ref: taken, on: day)) }
        }
        #expect(error.sentence == "INV-0001 is in this case file already.")
    }

    @Test func `lists by state and by investigation, and not for a publisher`() throws {
        let investigation = try #require(Reference("INV-0001"))
        let suspects = try scratch.with("officer") {
            try $0.list(.suspect, state: "NOMINAL", of: investigation)
        }
        #expect(suspects.map(\.reference.text) == ["SUS-0001"])
        let error = try scratch.turnedAway { try scratch.with("publisher") { try $0.list(.suspect) } }
        #expect(error.kind == .notPermitted)
    }
}
