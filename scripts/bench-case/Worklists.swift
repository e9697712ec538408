// A case file with many open records, on each of which something is due.
import CaseStore
import Lifecycle

/// Open records with a deadline each, given out to two accounts.
enum Worklists {
    /// The lines of a file with that many people released under investigation, in investigations of forty.
    ///
    /// A quarter of the investigations are the officer's; of the others, one suspect in ten is.
    static func pieces(open count: Int) -> [[UInt8]] {
        let day = today.adding(days: -60).iso
        var text = ""
        for place in 0..<count {
            let investigation = reference("INV", place / 40 + 1), suspect = reference("SUS", place + 1)
            if place % 40 == 0 {
                text +=
                    "{\"add\":\"investigation\",\"ref\":\"\(investigation)\",\"on\":\"\(day)\",\"fields\":{\"title\":\"Bench\"}}\n"
                if place / 40 % 4 == 0 { text += allocation("investigation", investigation, day) }
            }
            let person = reference("PER", place + 1), custody = reference("CUS", place + 1)
            text += """
                {"add":"person","ref":"\(person)","on":"\(day)","fields":{"name":"Fictional \(place)"}}
                {"add":"suspect","ref":"\(suspect)","investigation":"\(investigation)","person":"\(person)","on":"\(day)"}
                {"add":"custody","ref":"\(custody)","suspect":"\(suspect)","on":"\(today.adding(days: -1 - place % 50).iso)"}
                {"record":"release_without_bail","ref":"\(custody)","on":"\(today.adding(days: -1 - place % 50).iso)",\
                "by":{"name":"C. Fictitious","rank":"custody officer","organisation":"West Yorkshire Police"}}

                """
            if place % 10 == 0, place / 40 % 4 != 0 { text += allocation("suspect", suspect, day) }
        }
        return [Array(text.utf8)]
    }

    private static func allocation(_ kind: String, _ reference: String, _ day: String) -> String {
        "{\"add\":\"allocation\",\"\(kind)\":\"\(reference)\",\"on\":\"\(day)\",\"fields\":{\"to\":\"officer\"}}\n"
    }

    private static func reference(_ prefix: String, _ number: Int) -> String {
        let digits = String(number)
        return prefix + "-" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
    }
}
