// Notes, keys and requests that others have published: the C2SP specifications' own examples and Go's.
import AuditLog
import Cryptography
import Testing

@Suite struct PublishedTests {
    /// A note, the keys that signed it, and who published it.
    struct Example: Sendable, CustomTestStringConvertible {
        let source: String
        let note: String
        let keys: [String]

        var testDescription: String { source }
    }

    static let examples = [
        Example(
            source: "C2SP signed-note",
            note: """
                This is an example message.

                \u{2014} example.com/foo Uw2QOkn8srV1yJGh2VYRlL1Tnagv1YEq6TfXppzi2ONncAlTgK7Ztg1ERYNZXsYjOBH3mFXmRKuwHjG1Yu72IneyaQM=

                """, keys: ["example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k"]),
        Example(
            source: "golang.org/x/mod/sumdb/note",
            note: """
                If you think cryptography is the answer to your problem,
                then you don't know what your problem is.

                \u{2014} PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=
                \u{2014} EnochRoot rwz+eBzmZa0SO3NbfRGzPCpDckykFXSdeX+MNtCOXm2/5n2tiOHp+vAF1aGrQ5ovTG01oOTGwnWLox33WWd1RvMc+QQ=

                """,
            keys: [
                "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW",
                "EnochRoot+af0cfe78+ATtqJ7zOtqQtYqOo0CpvDXNlMhV3HeJDpjrASKGLWdop",
            ]),
    ]

    @Test(arguments: examples)
    func `a published note is signed by its published keys, and altered by nobody`(example: Example) throws {
        let keys = try example.keys.map { try NoteVerifier(reading: $0) }
        #expect(keys.map(\.encoded) == example.keys)
        let bytes = Array(example.note.utf8)
        let note = try Note(reading: bytes)
        #expect(note.encoded == example.note)
        #expect(try note.signers(among: keys).map(\.key) == keys)
        #expect(try note.signers(among: keys).allSatisfy { $0.seconds == nil })
        for place in bytes.indices where place < note.text.utf8.count - 1 {
            var altered = bytes
            altered[place] ^= 1
            guard let other = try? Note(reading: altered) else { continue }
            #expect(throws: AuditError.self) { _ = try other.signers(among: keys) }
        }
    }

    // Their keys were never published, so that they can be read and no more.
    static let unsigned = [
        """
        Ognuno sta solo sul cuor della terra
        trafitto da un raggio di sole:

        ed \u{E8} subito sera.

        \u{2014} quasimodo.example/salvatore NnugSzTjtVAewIS+Z/iJhUPeFDkO/5QQ2i5ddnGITLlC+EhfLW9oJKONrMouFSQU0xMcXxj99ihAQwaqP3ZekRwNtIc=

        """,
        """
        example.com/behind-the-sofa
        20852163
        CsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=

        \u{2014} example.com/behind-the-sofa Az3grlgtzPICa5OS8npVmf1Myq/5IZniMp+ZJurmRDeOoRDe4URYN7u5/Zhcyv2q1gGzGku9nTo+zyWE+xeMcTOAYQ8=
        \u{2014} witness.example.com/w1 jWbPPwAAAABkGFDLEZMHwSRaJNiIDoe9DYn/zXcrtPHeolMI5OWXEhZCB9dlrDJsX3b2oyin1nPZqhf5nNo0xUe+mbIUBkBIfZ+qnA==

        """,
    ]

    @Test(arguments: unsigned)
    func `a published note is read and written byte for byte`(text: String) throws {
        let note = try Note(reading: Array(text.utf8))
        #expect(note.encoded == text)
        #expect(try note.signers(among: []).isEmpty)
    }

    @Test func `the published checkpoint says its size and root, and its cosignature its time`() throws {
        let note = try Note(reading: Array(Self.unsigned[1].utf8))
        let checkpoint = try Checkpoint(reading: note.text)
        #expect(checkpoint.origin == "example.com/behind-the-sofa")
        #expect(checkpoint.size == 20_852_163)
        #expect(Base64.text(checkpoint.root.bytes) == "CsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=")
        // tlog-cosignature prints the message of this very line with `time 1679315147`.
        #expect(note.signatures[1].bytes.prefix(8) == [0, 0, 0, 0, 0x64, 0x18, 0x50, 0xCB])
    }

    @Test(arguments: [
        ("TEST+7997405c+AQcC+FTVKf0jlTdHDY3rbevmnKxxPjigCXlVtGe6RIr6", NoteVerifier.Kind.log),
        ("remora.n621.de+da77ade7+BOvN63jn/bLvkieywe8R6UYAtVtNbZpXh34x7onlmtw2", .witness),
        ("sum.golang.org+033de0ae+Ac4zctda0e5eza+HJyk9SxEdh+s3Ux18htTTAD8OuAn8", .log),
    ])
    func `a published verifier key is read and written back`(text: String, kind: NoteVerifier.Kind) throws {
        let key = try NoteVerifier(reading: text)
        #expect(key.encoded == text)
        #expect(key.kind == kind)
        // As Go's own test does: no part of it is a key, and no neighbour of it.
        let bytes = Array(text.utf8)
        for start in bytes.indices {
            for end in start + 1...bytes.count where (start, end) != (0, bytes.count) {
                #expect(throws: AuditError.malformedVerifierKey) {
                    _ = try NoteVerifier(reading: String(decoding: bytes[start..<end], as: UTF8.self))
                }
            }
            var other = bytes
            other[start] += 1
            #expect(throws: AuditError.malformedVerifierKey) {
                _ = try NoteVerifier(reading: String(decoding: other, as: UTF8.self))
            }
        }
    }

    @Test(arguments: [
        // Go's: a key too long, and a kind that nobody knows, each with the fingerprint that it would have.
        "PeterNeumann+cc469956+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TWBADKEY==",
        "PeterNeumann+173116ae+ZRpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW",
        // transparency-dev's.
        "bananas.sigstore.dev+12344556", "rekor.sigstore.dev+12345678+THIS_IS_NOT_BASE64!",
        "rekor.sigstore.dev+12345678+AwEB",
        "rekor.sigstore.dev+NOT_A_NUMBER+AjBZMBMGByqGSM49AgEGCCqGSM49AwEHA0IABA==",
        "rekor.sigstore.dev+00000000+AjBZMBMGByqGSM49AgEGCCqGSM49AwEHA0IABA==",
    ])
    func `what others refuse as a verifier key is refused`(text: String) {
        #expect(throws: AuditError.malformedVerifierKey) { _ = try NoteVerifier(reading: text) }
    }

    @Test(arguments: [
        (0, "7e6166b936900158cc09e7c342fd947ddfcb9290a56760864044be5b1ef721f7"),
        (1, "f498143759984a6194052933f8e0ccae33a6d33f718323efb8f7d3b70a99c638"),
        (2, "577c496481e046f7718deb90ec913dbc54bfa26d421f2dce4ef1837d917faeae"),
        (3, "7231577af989ff3580f236f02191705783eb4701552bb5fdba89655d6a4e4544"),
    ])
    func `the text that is signed has the known hash`(size: Int, hash: String) throws {
        let note = try Note(reading: Array(#require(Vectors.checkpoints[size]).utf8))
        #expect(try SHA256.hash(Array(note.text.utf8)) == digest(hash))
        #expect(try SHA256.hash(Array(Checkpoint(reading: note.text).text.utf8)) == digest(hash))
    }
}
