// A record that an event opens: a duty to tell a victim, a right to a review, a retention record.
package import Lifecycle

/// What one event opens for one record that it concerns.
package struct Opening: Sendable {
    /// The kind of record that is opened.
    package let kind: RecordKind
    /// The event that opens it.
    package let cause: Event
    /// The record that it concerns, by its number.
    package let target: Int64
    /// Its links by name, as record numbers.
    package let links: [String: Int64]
    /// Its open fields: what it is about, and its cause.
    package let facts: [String: FieldValue]
    /// The day on which it came to be known that it had to be opened.
    package let known: Day

    /// The derived event by which an opened record goes when what opened it proves to have been no cause.
    package static let fallAway = "fall_away"

    /// The field of a victim's events by which the time hangs in which to tell.
    static let rights = "enhanced_rights"

    /// The consequences of each event, by the machine and name of the event.
    static let table: [MachineID: [String: [Consequence]]] = {
        var table: [MachineID: [String: [Consequence]]] = [:]
        for consequence in RuleBook.current.consequences {
            for cause in consequence.causes {
                guard let (machine, event) = Trigger(cause, link: "self").named else { continue }
                table[machine, default: [:]][event, default: []].append(consequence)
            }
        }
        return table
    }()

    /// What the events of that name can open; empty for nearly all.
    static func consequences(_ machine: Machine?, _ event: String) -> [Consequence] {
        machine.flatMap { table[$0.id]?[event] } ?? []
    }

    /// Whether a record that was opened is the one that this would open again.
    func isSame(as dossier: Dossier) -> Bool {
        dossier.reference.kind == kind && dossier.cause == cause.id && dossier.facts["trigger"] == facts["trigger"]
            && dossier.links.values.contains(target)
            && (dossier.facts["working_days"] == facts["working_days"] || dossier.isTakenUp)
    }
}

extension Dossier {
    /// The id of the event that opened it; nil for a record that somebody added.
    package var cause: String? {
        guard let cause = facts["cause"], case .text(let id) = cause else { return nil }
        return id
    }

    /// Whether a person has recorded anything of it that stands.
    var isTakenUp: Bool { events.contains { $0.stands && !$0.derived } }
}

/// What the store gives the records that are opened.
package struct OpeningRegister {
    /// The first day whose events open anything.
    package let goLive: Day
    /// Gives a record that is opened its number and its reference; nil if it cannot be, which the store then says.
    package let enter: (Opening) -> (id: Int64, reference: Reference)?

    package init(goLive: Day, enter: @escaping (Opening) -> (id: Int64, reference: Reference)?) {
        (self.goLive, self.enter) = (goLive, enter)
    }
}
