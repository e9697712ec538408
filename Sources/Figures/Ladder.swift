// Where each person stands who has several records of one kind: one rung a person, so that the parts make the whole.

/// The stages of a machine in the order in which they tell most, and the groups in which they are told.
///
/// Someone with several records stands at the first of ``ranked`` at which any of them stands.
package struct Ladder: Hashable, Sendable {
    /// Whose standing it is: the distinct persons with a span of one of these codes that has been by the day.
    package let population: [Code]
    /// Every stage, the one that tells most first.
    package let ranked: [Code]
    /// The stages that are told together, in the order in which they are told.
    package let groups: [Standing.Group]

    /// The stages of suspects, for those who were arrested or interviewed.
    package static let suspects = Ladder(
        population: Standing.population, ranked: Standing.ranked, groups: Standing.Group.all)

    /// The stages of victims: the police's work with a person stands before what closed it.
    package static let victims = Ladder(
        told: [
            .init(
                "engaged", "are in touch with the police", "is in touch with the police", "C1", "WITNESS_CARE",
                "ABE_DONE", "ENGAGED", "INITIAL_ACCOUNT", isOpen: true),
            .init(
                "contact-attempted", "have been approached and have not answered",
                "has been approached and has not answered", "C1", "CONTACT_ATTEMPTED", isOpen: true),
            .init(
                "contact-planned", "are to be approached", "is to be approached", "C1", "CONTACT_PLANNED", isOpen: true),
            .init(
                "potential", "are identified and contact is not yet planned",
                "is identified and contact is not yet planned", "C1", "POTENTIAL", isOpen: true),
            .init("withdrawn", "have withdrawn", "has withdrawn", "C1", "WITHDRAWN", isOpen: true),
            .init(
                "declined", "do not want to engage now", "does not want to engage now", "C1", "DECLINED", isOpen: true),
            .init(
                "untraced", "have not been found", "has not been found", "C1", "UNABLE_TO_TRACE", isOpen: true),
            .init(
                "concluded", "have been told everything and their part is over",
                "has been told everything and the person's part is over", "C1", "CONCLUDED"),
            .init("died", "have died", "has died", "C1", "DECEASED"),
            .init("not-victims", "were found not to be victims", "was found not to be a victim", "C1", "NOT_VICTIM"),
        ])

    /// The stages of support: what is being done for a person stands before what is not.
    package static let support = Ladder(
        told: [
            .init("receiving", "receive support", "receives support", "C2", "RECEIVING", isOpen: true),
            .init("paused", "have agreed a break", "has agreed a break", "C2", "PAUSED", isOpen: true),
            .init(
                "waiting", "wait for support", "waits for support", "C2", "WAITING", "REFERRED", isOpen: true),
            .init(
                "offered", "have an offer that stands", "has an offer that stands", "C2", "OFFERED", isOpen: true),
            .init(
                "identified", "have a need for which nothing is offered yet",
                "has a need for which nothing is offered yet", "C2", "IDENTIFIED", isOpen: true),
            .init(
                "unmet", "have a need that a provider declined to meet", "has a need that a provider declined to meet",
                "C2", "REJECTED", isOpen: true),
            .init("declined", "declined what was offered", "declined what was offered", "C2", "DECLINED"),
            .init(
                "ended-unplanned", "no longer come", "no longer comes", "C2", "ENDED_UNPLANNED"),
            .init(
                "ended", "have had support that ended as planned or went on elsewhere",
                "has had support that ended as planned or went on elsewhere", "C2", "ENDED_PLANNED", "TRANSFERRED"),
            .init("closed", "need no more support", "needs no more support", "C2", "CLOSED"),
        ])

    /// The states of an investigation, each by itself.
    package static let investigations = Ladder(
        told: [
            .init("referred", "are not yet taken on", "is not yet taken on", "A", "REFERRED"),
            .init("scoping", "are being scoped", "is being scoped", "A", "SCOPING", isOpen: true),
            .init("active", "are active", "is active", "A", "ACTIVE", isOpen: true),
            .init(
                "with-cps", "are with the Crown Prosecution Service", "is with the Crown Prosecution Service", "A",
                "WITH_CPS", isOpen: true),
            .init("at-court", "are at court", "is at court", "A", "AT_COURT", isOpen: true),
            .init("paused", "are paused", "is paused", "A", "PAUSED", isOpen: true),
            .init("completed", "are completed", "is completed", "A", "COMPLETED"),
            .init(
                "closed", "were closed without completion, merged or passed on",
                "was closed without completion, merged or passed on", "A", "NOT_PROGRESSED"),
        ])

    private init(population: [Code], ranked: [Code], groups: [Standing.Group]) {
        (self.population, self.ranked, self.groups) = (population, ranked, groups)
    }

    /// A ladder of everyone who has any record, told in the order of its ranks.
    private init(told groups: [Standing.Group]) {
        let codes = groups.flatMap(\.codes)
        self.init(population: codes, ranked: codes, groups: groups)
    }
}
