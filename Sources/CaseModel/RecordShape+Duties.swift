// What the records of duties, rights, retention, requests and work given out are made of.
import Access
import Lifecycle

extension RecordShape {
    /// What was opened by an event carries that event; nobody gives it by hand.
    private static let cause = FieldShape("cause", .text, "the event that made it, which only an import gives")

    static let duty = RecordShape(
        kind: .duty, words: "a duty to tell a victim of one thing that happened", links: [LinkShape("victim", .victim)],
        fields: [
            FieldShape("trigger", .text, "what the victim is to be told of"),
            FieldShape(
                "working_days", .count(min: 1, max: 5),
                "the working days in which to tell: 1 with enhanced rights, else 5"),
            cause,
        ], recorders: either)

    static let review = RecordShape(
        kind: .review, words: "a victim's right to have a decision reviewed",
        links: [
            LinkShape("victim", .victim), LinkShape("suspect", .suspect, required: false),
            LinkShape("charge", .charge, required: false),
        ],
        fields: [
            FieldShape("scheme", .choice(["police", "CPS"]), "whose decision it is"),
            FieldShape("trigger", .text, "which decision it is"), cause,
        ], recorders: police)

    static let information = RecordShape(
        kind: .information, words: "a request for information about a victim that somebody else holds",
        links: [LinkShape("victim", .victim)],
        fields: [
            FieldShape(
                "kind", .choice(["health", "social care", "education", "counselling", "other"]), "what kind of record"),
            FieldShape("holder", .text, .sealed(.police), "who holds it"),
            FieldShape("enquiry", .text, .sealed(.police), "the reasonable line of enquiry"),
        ], recorders: police)

    static let retention = RecordShape(
        kind: .retention, words: "how long the records of an investigation are kept", links: [inInvestigation],
        fields: [FieldShape("group", .choice(["1", "2", "3", "4"]), "the group by which they are kept"), cause],
        recorders: [.inspector, .dpo])

    static let request = RecordShape(
        kind: .request, words: "what a person asks of the file about themselves",
        links: [LinkShape("person", .person, required: false)],
        fields: [
            FieldShape(
                "right", .choice(["access", "rectification", "erasure", "restriction", "objection"]), "what is asked"),
            FieldShape("applicant", .text, .sealed(.rights), "who asks"),
        ], recorders: [.dpo])

    static let allocation = RecordShape(
        kind: .allocation, words: "work given to a member of the team",
        links: [
            LinkShape("investigation", .investigation, required: false),
            LinkShape("suspect", .suspect, required: false), LinkShape("victim", .victim, required: false),
        ],
        fields: [FieldShape("to", .text, "the account to which it is given")],
        recorders: [.supervisor, .inspector, .careLead])

    static let allegation = RecordShape(
        kind: .allegation, words: "that a suspect is said to have offended against a victim",
        links: [
            ofSuspect, LinkShape("victim", .victim), LinkShape("crime", .crime, required: false),
        ], fields: [], recorders: police)
}
