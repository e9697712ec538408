// What a record of each kind is made of: its links, its fields, and who may add it.
import Access
package import Lifecycle

/// The shape of the records of one kind.
package struct RecordShape: Sendable {
    /// The kind that this is the shape of.
    package let kind: RecordKind
    /// What such a record is, in one line of help.
    package let words: String
    /// Its links to other records.
    package let links: [LinkShape]
    /// Its fields.
    package let fields: [FieldShape]
    /// Who may add one.
    package let recorders: [Role]

    /// The link of that name.
    package func link(_ name: String) -> LinkShape? { links.first { $0.name == name } }

    /// The field of that name.
    package func field(_ name: String) -> FieldShape? { fields.first { $0.name == name } }

    /// Links that an event of the record's life may set or change, by a reference field of that name.
    package var eventLinks: [LinkShape] { Self.eventLinks(of: kind) }

    private static let custodyLinks = [LinkShape("submission", .submission)]
    private static let suspectLinks = [LinkShape("submission", .submission), LinkShape("phase", .phase)]
    private static let chargeLinks = [LinkShape("prosecution", .prosecution), LinkShape("victim", .victim)]

    static func eventLinks(of kind: RecordKind) -> [LinkShape] {
        switch kind {
        case .suspect: suspectLinks
        case .custody: custodyLinks
        case .charge: chargeLinks
        case .investigation, .crime, .phase, .post, .person, .victim, .support, .advice, .submission, .prosecution,
            .duty, .review, .information, .retention, .request, .allocation, .allegation, .aggregate:
            []
        }
    }

    /// The shape of the records of `kind`.
    package static func of(_ kind: RecordKind) -> RecordShape {
        switch kind {
        case .investigation: investigation
        case .crime: crime
        case .phase: phase
        case .post: post
        case .person: person
        case .suspect: suspect
        case .custody: custody
        case .charge: charge
        case .victim: victim
        case .support: support
        case .advice: advice
        case .submission: submission
        case .prosecution: prosecution
        case .duty: duty
        case .review: review
        case .information: information
        case .retention: retention
        case .request: request
        case .allocation: allocation
        case .allegation: allegation
        case .aggregate: aggregate
        }
    }

    static let police: [Role] = [.officer, .supervisor, .inspector]
    static let either: [Role] = police + [.care, .careLead]
    static let inInvestigation = LinkShape("investigation", .investigation)
    static let ofSuspect = LinkShape("suspect", .suspect)

    private static let investigation = RecordShape(
        kind: .investigation, words: "an investigation of the operation", links: [],
        fields: [
            FieldShape("title", .text, .sealed(.police), "what the team calls it; fictional or neutral, never a name"),
            FieldShape("source", .text, .sealed(.police), "where the first information came from"),
        ], recorders: [.supervisor, .inspector])

    private static let crime = RecordShape(
        kind: .crime, words: "a recorded crime under an investigation", links: [inInvestigation],
        fields: [
            FieldShape("offence", .text, .sealed(.police), "the offence recorded"),
            FieldShape("committed", .day, "the last day on which it was committed, as far as is known"),
            FieldShape("recorded", .day, "the day on which the crime was recorded"),
            FieldShape("flagged", .flag, "whether it carries the sexual-exploitation flag"),
        ], recorders: police)

    private static let phase = RecordShape(
        kind: .phase, words: "a planned arrest phase: a window and an estimate, not a count", links: [inInvestigation],
        fields: [
            FieldShape("window_from", .day, "the first day of the window"),
            FieldShape("window_to", .day, "the last day of the window"),
            FieldShape("low", .count(min: 0, max: 999), "the fewest people expected"),
            FieldShape("high", .count(min: 0, max: 999), "the most people expected"),
        ], recorders: [.supervisor, .inspector])

    private static let post = RecordShape(
        kind: .post, words: "a post in the team", links: [],
        fields: [
            FieldShape(
                "role",
                .choice([
                    "detective inspector", "detective sergeant", "supervisory investigative officer",
                    "detective constable", "investigative officer", "social care",
                ]), "what the post is"),
            FieldShape("until", .day, "the day from which the post is no longer there"),
        ], recorders: [.supervisor, .inspector, .custodian])

    private static let person = RecordShape(
        kind: .person, words: "a person; what the person is in a case belongs to a link, not to the person", links: [],
        fields: [
            FieldShape("name", .text, .identity, "the name"),
            FieldShape("born", .day, .identity, "the date of birth"),
            FieldShape("address", .text, .identity, "the address"),
            FieldShape("phone", .text, .identity, "the telephone number"),
            FieldShape(
                "safe_contact", .text, .sealed(.shared), "how the person may safely be reached, and by whom never"),
            FieldShape("sex", .choice(["female", "male", "other", "not recorded"]), "the sex recorded"),
            FieldShape(
                "ethnicity",
                .choice([
                    "white british", "white other", "mixed", "asian", "black", "other", "not asked", "declined",
                    "not recorded",
                ]), "the ethnic group"),
            FieldShape("ethnicity_source", .choice(["self-defined", "officer-perceived"]), "who said so"),
            FieldShape("ward", .text, .open, "the electoral ward of the home, for figures"),
        ], recorders: either)

    private static let suspect = RecordShape(
        kind: .suspect, words: "a person as a suspect in an investigation",
        links: [inInvestigation, LinkShape("person", .person)],
        fields: [FieldShape("grounds", .text, .sealed(.police), "why the person is named in the information")],
        recorders: police)

    private static let custody = RecordShape(
        kind: .custody, words: "what follows one arrest: detention, bail, release", links: [ofSuspect],
        fields: [
            FieldShape("offence", .text, .sealed(.police), "the offence arrested for"),
            FieldShape("station", .text, .sealed(.police), "where the person was taken"),
        ], recorders: police)

    private static let charge = RecordShape(
        kind: .charge, words: "one offence alleged against one suspect",
        links: [
            ofSuspect, LinkShape("crime", .crime, required: false), LinkShape("victim", .victim, required: false),
            LinkShape("prosecution", .prosecution, required: false),
        ],
        fields: [
            FieldShape("offence", .text, .sealed(.police), "the offence alleged"),
            FieldShape(
                "role", .choice(["PRIMARY", "ANCILLARY"]),
                "PRIMARY: the allegation under investigation; ANCILLARY: found along the way; PRIMARY if not said"),
        ], recorders: police)

    private static let victim = RecordShape(
        kind: .victim, words: "a person as a potential victim in an investigation",
        links: [inInvestigation, LinkShape("person", .person)],
        fields: [
            FieldShape("concern", .text, .sealed(.shared), "what both agencies must know to keep the person safe"),
            FieldShape(
                "referral_source",
                .choice([
                    "police", "school", "health", "social care", "self or family", "voluntary sector", "other",
                    "not recorded",
                ]), "from whom the person first came to notice; a kind of source, and nobody's name"),
        ],
        recorders: either)

    private static let support = RecordShape(
        kind: .support, words: "support for a victim: one for each need or referral",
        links: [LinkShape("victim", .victim)],
        fields: [
            FieldShape(
                "type", .choice(["ISVA", "other"]),
                "ISVA: an independent sexual-violence adviser, whom either agency may offer; other: for social care alone"
            ),
            FieldShape("kind", .text, .sealed(.care), "the kind of support"),
            FieldShape("need", .text, .sealed(.care), "the need, in the words of social care"),
        ], recorders: [.care, .careLead])

    private static let advice = RecordShape(
        kind: .advice, words: "a request to the prosecutor for early advice", links: [inInvestigation],
        fields: [FieldShape("question", .text, .sealed(.police), "what is asked")],
        recorders: [.officer, .supervisor, .inspector])

    private static let submission = RecordShape(
        kind: .submission, words: "a file for the prosecutor's charging decision", links: [inInvestigation],
        fields: [FieldShape("planned", .day, "the day on which it is planned to be submitted")],
        recorders: [.officer, .supervisor, .inspector])

    private static let prosecution = RecordShape(
        kind: .prosecution, words: "charges of several defendants that are tried together", links: [inInvestigation],
        fields: [FieldShape("court", .text, .sealed(.police), "the court centre")],
        recorders: [.officer, .supervisor, .inspector])
}

extension FieldShape {
    /// An open field, the commonest kind.
    init(_ name: String, _ type: FieldType, _ words: String) { self.init(name, type, .open, words) }
}
