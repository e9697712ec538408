// The figures of victims and of their support.

import Lifecycle

extension Figure {
    /// Potential victims who have given an account: G04.
    package static let victimsIdentifiedAndInterviewed = Figure(
        "victims-identified-and-interviewed", "G04", group: .victims, unit: .person,
        "Potential victims identified and interviewed",
        """
        People identified as potential victims who by the day had given the police an account, first or recorded. \
        A person in several investigations counts once.
        """,
        .ever(.marks("C1", "first_account", "abe_interview"), distinct: .person))

    /// Everyone identified as a potential victim, which the joint condition of G04 leaves unsaid.
    package static let victimsIdentified = Figure(
        "victims-identified", group: .victims, unit: .person, "Potential victims identified",
        """
        People who by the day had been identified as potential victims, whether or not they have been reached since. \
        Someone found later not to be a victim is among them. A person in several investigations counts once.
        """,
        .ever(Ladder.victims.ranked, distinct: .person))

    /// Victims receiving support, which was published without a number: G05.
    package static let victimsReceivingSupport = Figure(
        "victims-receiving-support", "G05", group: .victims, unit: .person, "Victims receiving support",
        """
        People identified as potential victims who on the day receive support of at least one kind. Someone offered, \
        referred or waiting is not yet receiving.
        """,
        .at(.stays("C2", "RECEIVING"), distinct: .person))

    /// Victims with an offer that stands.
    package static let victimsOfferedSupport = Figure(
        "victims-offered-support", group: .victims, unit: .person, "Victims with an offer of support that stands",
        """
        People identified as potential victims to whom on the day support of at least one kind is offered and who have \
        neither taken it up nor declined it.
        """,
        .at(.stays("C2", "OFFERED"), distinct: .person))

    /// Victims who wait for support that they want.
    package static let victimsWaitingForSupport = Figure(
        "victims-waiting-for-support", group: .victims, unit: .person, "Victims waiting for support",
        """
        People identified as potential victims who on the day are referred to a provider that has not answered, or are \
        on its waiting list, for support of at least one kind. Someone may wait for one kind and receive another.
        """,
        .at(.stays("C2", "REFERRED", "WAITING"), distinct: .person))

    /// Victims who do not want what they were offered.
    package static let victimsDecliningSupport = Figure(
        "victims-declining-support", group: .victims, unit: .person, "Victims who declined an offer of support",
        """
        People identified as potential victims who on the day stand as having declined support of at least one kind. It \
        can be offered again.
        """,
        .at(.stays("C2", "DECLINED"), distinct: .person))

    /// Victims whose need no provider meets.
    package static let victimsWithUnmetNeed = Figure(
        "victims-with-unmet-need", group: .victims, unit: .person, "Victims whose need a provider declined to meet",
        """
        People identified as potential victims who on the day have at least one need that a provider declined to meet, \
        for its threshold or its capacity, and for which nothing has been offered since.
        """,
        .at(.stays("C2", "REJECTED"), distinct: .person))

    /// Victims who have ever come to support.
    package static let victimsEverSupported = Figure(
        "victims-supported-to-date", group: .victims, unit: .person, "Victims who have received support to date",
        """
        People identified as potential victims who by the day had received support of at least one kind, for however \
        short a time.
        """,
        .ever(.stays("C2", "RECEIVING"), distinct: .person))
}
