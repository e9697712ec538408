// Machine B1: what its rules ask about the suspect's charges.

private let primary: [String: [String]] = ["role": ["PRIMARY"]]
private let ancillary: [String: [String]] = ["role": ["ANCILLARY"]]

let primaryLive = Condition(
    "primary_live", "the suspect has a primary charge before a court", .any, .charge, link: "suspect", in: .liveCharges,
    where: primary)
let ancillaryLive = Condition(
    "ancillary_live", "the suspect has an ancillary charge before a court", .any, .charge, link: "suspect",
    in: .liveCharges, where: ancillary)
let primaryUndecided = Condition(
    "primary_undecided", "a primary charge against the suspect is undecided", .any, .charge, link: "suspect",
    in: .undecidedCharges, where: primary)
let noPrimaryUndecided = Condition(
    "no_primary_undecided", "no primary charge against the suspect is undecided", .none, .charge, link: "suspect",
    in: .undecidedCharges, where: primary)
let primaryConviction = Condition(
    "primary_conviction", "a primary charge against the suspect stands as a conviction", .any, .charge, link: "suspect",
    in: .convictions, where: primary)
let noPrimaryConviction = Condition(
    "no_primary_conviction", "no primary charge against the suspect stands as a conviction", .none, .charge,
    link: "suspect", in: .convictions, where: primary)
let ancillaryConviction = Condition(
    "ancillary_conviction", "an ancillary charge against the suspect stands as a conviction", .any, .charge,
    link: "suspect", in: .convictions, where: ancillary)
let noAncillaryConviction = Condition(
    "no_ancillary_conviction", "no ancillary charge against the suspect stands as a conviction", .none, .charge,
    link: "suspect", in: .convictions, where: ancillary)
let primaryAcquittal = Condition(
    "primary_acquittal", "a primary charge ended in a verdict of not guilty", .any, .charge, link: "suspect",
    in: ["NOT_GUILTY", "NO_EVIDENCE"], where: primary)
let primaryEndedOtherwise = Condition(
    "primary_ended_otherwise", "a primary charge ended in neither conviction nor acquittal", .any, .charge,
    link: "suspect", in: .chargesEndedOtherwise, where: primary)
let noPrimaryEndedOtherwise = Condition(
    "no_primary_ended_otherwise", "every primary charge ended in conviction, acquittal or death", .none, .charge,
    link: "suspect", in: .chargesEndedOtherwise, where: primary)
let primaryQuashed = Condition(
    "primary_quashed", "the conviction on a primary charge has been quashed", .any, .charge, link: "suspect",
    in: ["QUASHED"], where: primary)
let primaryAbated = Condition(
    "primary_abated", "a primary charge ended by the defendant's death", .any, .charge, link: "suspect",
    in: ["ABATED"], where: primary)
/// A charge may be laid against a wanted suspect; one who was charged before stays wanted until brought before the court.
let wasNotCharged = Condition(
    "was_not_charged", "the suspect had not been charged", .any, .suspect, link: "self",
    in: ["NOMINAL", "IDENTIFIED", "UNTRACED", "SCHEDULED", "UNDER_INVESTIGATION", "SUBMITTED"],
    among: ["NOMINAL", "IDENTIFIED", "UNTRACED", "SCHEDULED", "UNDER_INVESTIGATION", "SUBMITTED", "CHARGED"])
/// A wanted suspect is one whose charges decide only if the suspect was charged when the search began.
let wasCharged = Condition(
    "was_charged", "the suspect had been charged", .any, .suspect, link: "self", in: ["CHARGED"],
    among: ["IDENTIFIED", "UNTRACED", "SCHEDULED", "UNDER_INVESTIGATION", "SUBMITTED", "CHARGED"])
let submissionDecided = Condition(
    "submission_decided", "the suspect's submission is under review or decided", .any, .submission,
    link: "own:submission", in: ["UNDER_REVIEW", "DECIDED", "APPEALED"])
