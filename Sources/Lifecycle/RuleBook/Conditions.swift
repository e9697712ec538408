// Conditions that rules of more than one machine share.

/// A closed matter is taken up again in an investigation that is open.
let investigationOpen = Condition(
    "investigation_open", "the investigation is open: where it is closed, it is opened again first", .any,
    .investigation, link: "own:investigation", in: .liveInvestigations + ["REFERRED"])
/// What is not gone on with has nothing before a court.
let nothingAtCourt = Condition(
    "no_live_charge", "no charge is before a court", .none, .charge, link: "investigation", in: .liveCharges)
/// An appeal may be carried on after a death, and nobody dead is tried again.
let suspectAlive = Condition(
    "suspect_alive", "the suspect is alive", .none, .suspect, link: "own:suspect", in: ["DECEASED"])
/// Nobody is charged who has died or is another force's.
let suspectHere = Condition(
    "suspect_here", "the suspect is alive and has not been handed over to another force", .none, .suspect,
    link: "own:suspect", in: ["DECEASED", "TRANSFERRED"])
