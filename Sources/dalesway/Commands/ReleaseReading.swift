// The commands `release list` and `release show`: what was released, and how it came to be.

import CaseStore
import Printing
import Publishing

extension Dalesway {
    static let releaseList = Command(
        "release list", "List the releases, and where each stands.",
        details: """
            What is not published yet is listed for those who make releases: publisher, supervisor, detective inspector, \
            social-care lead, data protection. The look is logged.
            """,
        examples: ["dalesway --user publisher release list"]
    ) { call in
        let releases = try call.signedIn { try $0.releases() }
        return Answer(
            releases.isEmpty ? "There is no release.\n" : releases.map(\.line).joined(),
            json: ["releases": JSON(releases.map(\.json))])
    }

    static let releaseShow = Command(
        "release show", "Show a release: what it says, who has signed it, and what is wanted still.",
        details: """
            Every hash and every signature is verified first. What is withheld, and where it goes below the policy, stands \
            with it. The look is logged. For a report to hand out: release render.
            """,
        examples: ["dalesway --user inspector release show REL-0001"],
        .argument("release", "The release.", as: ReleaseReference.self)
    ) { (call, reference: ReleaseReference) in
        let release = try call.signedIn { try $0.release(reference) }
        return Answer(
            release.words + release.signatureWords + release.withheldWords + release.nextWords,
            json: ["release": release.json, "withheld": release.withheldJSON])
    }
}
