// What must never be so of several records together, whatever was recorded in whatever lawful order.

import Lifecycle

extension Product {
    /// A small case file: an investigation, a submission, and suspects each with custody and charges of these roles.
    ///
    /// The investigation comes first. A victim and another investigation are there to be looked at.
    static func caseFile(_ suspects: [[String]], begun: Day) throws -> Product {
        func machine(_ id: MachineID) throws -> Machine {
            guard let machine = RuleBook.current.machine(id) else { throw World.Missing() }
            return machine
        }
        let inside = ["investigation": 0]
        var members = try [
            Member(name: "A", machine: machine(.a)), Member(name: "D2", machine: machine(.d2), links: inside),
            Member(name: "C1", machine: machine(.c1), links: inside, standsStill: "INITIAL_ACCOUNT"),
            Member(name: "another A", machine: machine(.a), standsStill: "ACTIVE"),
        ]
        for (number, roles) in suspects.enumerated() {
            let tail = suspects.count > 1 ? " of \(number + 1)" : ""
            let suspect = members.count
            members.append(try Member(name: "B1\(tail)", machine: machine(.b1), links: inside))
            var links = inside
            links["suspect"] = suspect
            members.append(try Member(name: "B2\(tail)", machine: machine(.b2), links: links))
            links["victim"] = 2
            for role in roles {
                members.append(
                    try Member(name: "B3 \(role)\(tail)", machine: machine(.b3), links: links, facts: ["role": role]))
            }
        }
        return Product(members, begun: begun, on: begun.adding(days: 30))
    }

    private func isIn(_ place: Int, _ slots: Slots, _ states: [State]) -> Bool { states.contains(state(place, slots)) }

    private func places(_ id: MachineID, of suspect: Int? = nil, role: String? = nil) -> [Int] {
        members.indices.filter { place in
            let member = members[place]
            return member.machine.id == id && member.standsStill == nil
                && (suspect == nil || member.links["suspect"] == suspect)
                && (role == nil || member.facts["role"] == role)
        }
    }

    /// Whether any of these records stands in one of these states.
    private func any(_ places: [Int], _ slots: Slots, in states: [State]) -> Bool {
        places.contains { isIn($0, slots, states) }
    }

    /// A contradiction about each suspect by itself.
    private func ofSuspects(_ isBroken: @escaping (_ suspect: Int, _ slots: Slots) -> Bool) -> (Slots) -> Bool {
        let suspects = places(.b1)
        return { slots in suspects.contains { isBroken($0, slots) } }
    }

    /// Every contradiction, by name.
    var contradictions: Exploration.Contradictions {
        let (charges, submissions, suspects, custody) = (places(.b3), places(.d2), places(.b1), places(.b2))
        let openCustody = Self.others(.b2, than: .closedCustody)
        let primary = Dictionary(uniqueKeysWithValues: suspects.map { ($0, places(.b3, of: $0, role: "PRIMARY")) })
        let held = Dictionary(uniqueKeysWithValues: suspects.map { ($0, places(.b2, of: $0)) })
        return [
            (
                "a suspect is charged, and no primary charge is undecided",
                ofSuspects { suspect, slots in
                    isIn(suspect, slots, ["CHARGED"]) && !any(primary[suspect] ?? [], slots, in: .undecidedCharges)
                }
            ),
            (
                "a primary charge is undecided, and the suspect is neither charged nor sought",
                ofSuspects { suspect, slots in
                    !isIn(suspect, slots, ["CHARGED", "WANTED"])
                        && any(primary[suspect] ?? [], slots, in: .undecidedCharges)
                }
            ),
            (
                "an investigation is at court with no charge there and a suspect open",
                { slots in
                    isIn(0, slots, ["AT_COURT"]) && !any(charges, slots, in: .liveCharges)
                        && any(suspects, slots, in: .openSuspects)
                }
            ),
            (
                "a charge is before a court, and the investigation goes on as if none were",
                { slots in
                    isIn(0, slots, ["ACTIVE", "WITH_CPS", "PAUSED"]) && any(charges, slots, in: .liveCharges)
                }
            ),
            (
                "an investigation is with the CPS, and police work is left",
                { slots in isIn(0, slots, ["WITH_CPS"]) && any(suspects, slots, in: .policeWork) }
            ),
            (
                "an investigation is completed, and a suspect is open",
                { slots in isIn(0, slots, ["COMPLETED"]) && any(suspects, slots, in: .openSuspects) }
            ),
            (
                "an investigation is completed, and a charge is before a court",
                // An appeal may be brought after the investigation was completed.
                { slots in isIn(0, slots, ["COMPLETED"]) && any(charges, slots, in: .undecidedCharges + ["CONVICTED"]) }
            ),
            (
                "an investigation is completed, and somebody is in custody or on bail",
                { slots in isIn(0, slots, ["COMPLETED"]) && any(custody, slots, in: openCustody) }
            ),
            (
                "an investigation is completed, and a submission is open",
                { slots in
                    isIn(0, slots, ["COMPLETED"])
                        && any(
                            submissions, slots, in: Self.others(.d2, than: ["DECIDED", "ADMIN_FINALISED", "WITHDRAWN"]))
                }
            ),
            (
                "an investigation went no further, and a charge is before a court",
                { slots in
                    isIn(0, slots, ["NOT_PROGRESSED"]) && any(charges, slots, in: .undecidedCharges + ["CONVICTED"])
                }
            ),
            (
                "somebody is on bail for the CPS to decide, and it has sent the submission back",
                { slots in
                    custody.contains { place in
                        guard isIn(place, slots, ["BAIL_DPP"]), let slot = links[place]["submission"], slots[slot] > 0
                        else { return false }
                        return isIn(submissions[Int(slots[slot]) - 1], slots, ["ACTION_PLAN", "TRIAGE_REJECTED"])
                    }
                }
            ),
            (
                "a suspect is dead, and a primary charge is proposed or before a court",
                ofSuspects { suspect, slots in
                    isIn(suspect, slots, ["DECEASED"])
                        // An appeal may be carried on for a dead person (Criminal Appeal Act 1968 s.44A).
                        && any(
                            primary[suspect] ?? [], slots,
                            in: ["PROPOSED", "AUTHORISED", "CONVICTED"] + .undecidedCharges)
                }
            ),
            (
                "a suspect is dead, and in custody or on bail",
                ofSuspects { suspect, slots in
                    isIn(suspect, slots, ["DECEASED"]) && any(held[suspect] ?? [], slots, in: openCustody)
                }
            ),
            (
                "a suspect's part is closed, and a charge is undecided",
                ofSuspects { suspect, slots in
                    isIn(suspect, slots, .closedSuspects) && any(primary[suspect] ?? [], slots, in: .undecidedCharges)
                }
            ),
        ]
    }

    private static func others(_ id: MachineID, than states: [State]) -> [State] {
        (RuleBook.current.machine(id)?.states.map(\.id) ?? []).filter { !states.contains($0) }
    }
}

extension [State] {
    /// Suspects whose part is not closed.
    fileprivate static let openSuspects = Self.suspects(closed: false)
    fileprivate static let closedSuspects = Self.suspects(closed: true)
    fileprivate static let policeWork: [State] = ["IDENTIFIED", "SCHEDULED", "UNDER_INVESTIGATION"]
    fileprivate static let closedCustody: [State] = ["CLOSED_CHARGED", "CLOSED_NO_CHARGE", "CLOSED_OTHER"]
    fileprivate static let undecidedCharges: [State] = [
        "CHARGED", "FIRST_HEARING", "SENT", "SUMMARY_TRIAL", "INDICTED", "NG_PLEA", "TRIAL_LISTED", "TRIAL",
        "NO_VERDICT", "GUILTY_PLEA",
    ]
    fileprivate static let liveCharges: [State] = undecidedCharges + ["CONVICTED", "APPEAL"]

    private static func suspects(closed: Bool) -> [State] {
        guard let machine = RuleBook.current.machine(.b1) else { return [] }
        return machine.states.map(\.id).filter { machine.isTerminal($0) == closed }
    }
}
