// The commands `release check`, `release approve` and `release reject`: the others' part in a release.

import CaseStore
import DisclosureControl
import Printing
import Publishing

extension Dalesway {
    static let releaseCheck = Command(
        "release check", "Check a release that somebody else drafted: the proof added up, everything counted again.",
        details: """
            Verifies what is stored, adds the proof up against everything told so far, counts everything once more from the \
            file as it was known, and signs the hash with your own key. Not by who drafted it. --certificates writes the \
            proof to a file for scripts/verify-release, which adds it up without this program; the file is as secret as the \
            counts, NOT FOR PUBLICATION, and writing it is logged as a disclosure to you.
            """,
        examples: [
            "dalesway --user supervisor release check REL-0001",
            "dalesway --user dpo release check REL-0001 --certificates proof.json",
        ],
        .argument("release", "The release.", as: ReleaseReference.self),
        .option("certificates", "Write the proof to this new file, and check nothing.", as: String.self, value: "FILE")
    ) { (call, reference: ReleaseReference, path: String?) in
        if let path { return try certificates(of: reference, to: path, call) }
        let meter = call.progress("targets proven")
        let release = try call.signedIn { store in
            try store.checkRelease(reference) { meter.reached($0.proven) }
        }
        meter.finish()
        return Answer(
            "\(reference.text) is right: its proof adds up, and the file counts the same.\n" + release.words
                + release.nextWords, json: ["release": release.json])
    }

    private static func certificates(of reference: ReleaseReference, to path: String, _ call: Call) throws -> Answer {
        let file = try NewFile(path)
        do {
            let (proof, checkpoint) = try call.signedIn { (try $0.certificates(of: reference), $0.disclosed) }
            try file.write(String(decoding: proof.record, as: UTF8.self))
            try file.finish()
            return Answer(
                "\(path) holds the proof of \(reference.text). NOT FOR PUBLICATION: it is as secret as the counts.\n"
                    + "Add it up without this program: scripts/verify-release \(path)\n\n"
                    + Call.words(ofDisclosure: checkpoint),
                json: [
                    "release": proof.release.json, "file": .text(path), "notForPublication": true,
                    "checkpoint": JSON(checkpoint),
                ])
        } catch {
            file.remove()
            throw error
        }
    }

    static let releaseApprove = Command(
        "release approve", "Approve a release for the police, for the council, or for data protection.",
        details: """
            The detective inspector approves for the police, the social-care lead for the council; where the release goes \
            below the policy, a data-protection officer approves that as well. Each signs the same hash with their own key; \
            none of them drafted or checked it. With the last approval it is published: logged as a disclosure, and the log \
            is signed then.
            """,
        examples: ["dalesway --user inspector release approve REL-0001"],
        .argument("release", "The release.", as: ReleaseReference.self)
    ) { (call, reference: ReleaseReference) in
        let (release, checkpoint) = try call.signedIn { (try $0.approveRelease(reference), $0.disclosed) }
        let departures = release.standing.departures.map { "\($0.words) Because: \($0.because)\n" }.joined()
        let published =
            release.isPublished
            ? "\(reference.text) is published: dalesway release render \(reference.text)\n\n"
                + Call.words(ofDisclosure: checkpoint) : ""
        return Answer(
            release.words + departures + release.nextWords + published,
            json: ["release": release.json, "checkpoint": JSON(checkpoint)])
    }

    static let releaseReject = Command(
        "release reject", "Reject a release that is not published yet, or take your own draft back.",
        details: """
            It stays in the list with its reason, and is never published; another can be drafted then. Who checks, who \
            approves, and who drafted it may.
            """,
        examples: ["dalesway --user dpo release reject REL-0001 --because 'The title names a place'"],
        .argument("release", "The release.", as: ReleaseReference.self),
        .required("because", "Why, in one line; it is never published.", as: String.self)
    ) { (call, reference: ReleaseReference, because: String) in
        let release = try call.signedIn { try $0.rejectRelease(reference, because: because) }
        return Answer(release.words, json: ["release": release.json])
    }
}
