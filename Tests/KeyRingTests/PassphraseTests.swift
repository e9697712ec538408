// Passphrases: which are taken, which are made, and how failures are counted.
import Cryptography
import KeyRing
import Testing

@Suite struct PassphraseTests {
    @Test(arguments: [
        ("short", PassphrasePolicy.Fault.tooShort), ("fourteen chars", .tooShort), ("", .tooShort),
        ("aaaaaaaaaaaaaaaaaaaa", .repetitive), ("abcabcabcabcabcabc", .repetitive), ("lamplamplamplamp!", .repetitive),
        ("Password Password!", .repetitive), ("this is my password", .common),
        ("Correct Horse Battery Staple", .common),
        ("1234567890123456", .common), ("qwertyuiopasdfgh", .common), ("ponmlkjihgfedcba", .common),
        ("Summer2024Winter2025", .common), ("Pa55w0rd Pa55w0rd 1", .common), ("manchester united 1999", .common),
        ("To be, or not to be: that is the question", .common), ("letmeinletmein2024", .common),
        ("iloveyouforever2019", .common), ("You'll never walk alone", .common), ("monkeydragonfootball", .common),
        ("qwertyuiop1234567890", .common), ("WestYorkshirePolice1", .common), ("1q2w3e4r5t6y7u8i", .common),
        ("june2024july2024august2024", .common), ("Bradford Leeds Wakefield", .common),
        ("0000111122223333", .repetitive),
        ("percival fictional", .namesUser), ("Percival Fictional 1", .namesUser),
        ("a line\nand another one", .controlCharacter),
    ])
    func `refuses what is easily guessed`(phrase: String, fault: PassphrasePolicy.Fault) {
        let found = PassphrasePolicy.fault(in: phrase, for: "Percival Fictional")
        #expect(found == fault || (fault == .repetitive && found == .common))
    }

    @Test(arguments: [
        "seven quiet herons cross the weir", "fifteen letters", "žluťoučký kůň úpěl", "漢字かな交じり文の長い合言葉です",
        "Tr0ub4dor&3-and-more", "nine grey geese over the tarn", "wharf lantern osprey quilt",
        "the ferry was late on Tuesday",
    ])
    func `takes what is long and varied`(phrase: String) {
        #expect(PassphrasePolicy.fault(in: phrase, for: "Percival Fictional") == nil)
    }

    @Test func `refuses what would take long to derive from`() {
        let phrase = (0..<400).map { "word\($0)" }.joined(separator: " ")
        #expect(PassphrasePolicy.fault(in: phrase, for: "") == .tooLong)
    }

    @Test func `makes passphrases that it would take, each another`() throws {
        var seen: Set<String> = []
        for _ in 0..<200 {
            let phrase = try GeneratedPassphrase.draw()
            #expect(phrase.split(separator: " ").count == GeneratedPassphrase.wordCount)
            #expect(PassphrasePolicy.fault(in: phrase, for: "officer") == nil)
            #expect(seen.insert(phrase).inserted)
        }
    }

    @Test func `counts failures by slot and forgets what was typed at unknown names`() throws {
        var team = try Team()
        try team.add("officer")
        var failures = FailedSignIns()
        #expect(failures.isEmpty)
        try failures.count("officer", at: team.slots)
        try failures.count("officer", at: team.slots)
        try failures.count("nine grey geese over the tarn", at: team.slots)
        #expect(failures.total == 3)
        #expect(failures.unknown == 1)
        let officer = try team.slots.locator("officer")
        #expect(failures.counts == [officer: 2])
        #expect(try FailedSignIns(reading: failures.encoded) == failures)
        #expect(!text(failures.encoded).contains("officer"))
    }

    @Test func `a damaged count is an error and never a crash`() throws {
        var failures = FailedSignIns()
        let team = try Team()
        try failures.count("custodian", at: team.slots)
        let bytes = failures.encoded
        for place in bytes.indices {
            var cut = bytes
            cut.remove(at: place)
            #expect((try? FailedSignIns(reading: cut)) != failures)
        }
        let great = "{\"format\":\"dalesway failed sign-ins\",\"slots\":{},\"unknown\":9007199254740991,\"v\":1}\n"
        var full = try FailedSignIns(reading: Array(great.utf8))
        try full.count("nobody", at: team.slots)
        #expect(full.unknown == CanonicalValue.greatest)
    }
}
