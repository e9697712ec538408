// The investigations of the fictional operation: its published counts, and days made up to fit them.

import Lifecycle

/// One investigation as it is planned: how many people, what becomes of them, and when.
struct Inquiry {
    /// The plan's own name for it, which stands in its title.
    let name: String
    /// The day on which it begins.
    let opened: Day
    /// The day on which it is completed; nil if it is still live at the second day.
    let completed: Day?
    /// Its suspects, group after group.
    let suspects: [Cohort]
    /// The day of the first arrest or interview, and how many days lie between one and the next.
    let firstSeen: (day: Day, step: Int)?
    /// Its victims.
    let victims: Witnesses
    /// Its way through the Crown Prosecution Service, if it goes there.
    let prosecutor: Prosecutor?
    /// Arrests that are planned for after the second day.
    var planned: [PlannedPhase] = []

    /// Suspects of one fate.
    struct Cohort {
        let count: Int
        var voluntary = false
        /// Whether they are bailed on arrest; if not, they are released without bail.
        var bailed = false
        let fate: Fate
    }

    /// Where a suspect stands at the second day.
    enum Fate { case charged, open, submitted, evidential, publicInterest, police, died }

    /// How many victims there are of each fate.
    struct Witnesses {
        /// Gave an account; the number includes those who are only planned to be met at the first day.
        let interviewed: Int
        /// Of these, met only after the first day.
        var later = 0
        /// To be met, at the second day.
        var planned = 0
        var declined = 0
        var untraced = 0
    }

    /// The days of an investigation's way through the Crown Prosecution Service.
    struct Prosecutor {
        var advice: Day?
        let draft: Day
        let submit: Day
        var decided: Day?
        /// Whether the file is sent by the second day, or only planned to be.
        var sent = true
    }

    /// A phase of arrests that has yet to come.
    struct PlannedPhase {
        let window: (from: Day, to: Day)
        let low: Int
        let high: Int
        /// How many people are scheduled in it by name.
        let scheduled: Int
    }
}
