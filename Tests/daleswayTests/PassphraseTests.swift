// Where a passphrase may come from, and where not.

import Cryptography
import Glibc
import Testing

@testable import dalesway

@Suite struct `A passphrase` {
    /// A descriptor from which `bytes` can be read.
    private func pipe(_ bytes: [UInt8]) -> Int32 {
        var ends: [Int32] = [0, 0]
        unsafe Glibc.pipe(&ends)
        _ = unsafe write(ends[1], bytes, bytes.count)
        close(ends[1])
        return ends[0]
    }

    /// Reads from a descriptor: the passphrase, or the code and sentence of the failure.
    private func read(_ source: Passphrase) -> String {
        do {
            return try unsafe source.read().withBytes { unsafe String(decoding: $0, as: UTF8.self) }
        } catch let error as Trouble {
            return "\(error.exit.rawValue) \(error.sentence)"
        } catch {
            return "\(error)"
        }
    }

    @Test(arguments: [
        ("seven quiet herons\n", "seven quiet herons"), ("no end", "no end"), ("a\r\nb\n", "a"), ("a\n\n", "a"),
        (" spaces stay \n", " spaces stay "), ("é\u{1F9F5}\n", "é\u{1F9F5}"),
        ("", "77 the passphrase from --passphrase-fd N is empty"),
        ("\n", "77 the passphrase from --passphrase-fd N is empty"),
        ("\r\n", "77 the passphrase from --passphrase-fd N is empty"),
        (
            String(repeating: "x", count: 4097),
            "78 the passphrase from --passphrase-fd N is longer than 4096 bytes"
        ), (String(repeating: "x", count: 4096) + "\n", String(repeating: "x", count: 4096)),
    ])
    func `is the first line of a descriptor`(bytes: String, expected: String) {
        let descriptor = pipe(Array(bytes.utf8))
        defer { close(descriptor) }
        let read = read(Passphrase(descriptor: descriptor, file: "/nowhere"))
        #expect(read == expected.replacing("fd N", with: "fd \(descriptor)"))
    }

    @Test func `leaves what follows its line to the next reader`() {
        let descriptor = pipe(Array("one\ntwo\n".utf8))
        defer { close(descriptor) }
        #expect(read(Passphrase(descriptor: descriptor, file: nil)) == "one")
        #expect(read(Passphrase(descriptor: descriptor, file: nil)) == "two")
    }

    @Test func `cannot come from a descriptor that is not open`() {
        #expect(read(Passphrase(descriptor: 987, file: nil)) == "78 --passphrase-fd 987 cannot be read")
    }

    @Test(
        arguments: [
            (0o600, "herons"), (0o400, "herons"),
            (0o640, "78 the file that DALESWAY_PASSPHRASE_FILE names may be read by others; chmod 600 it"),
            (0o604, "78 the file that DALESWAY_PASSPHRASE_FILE names may be read by others; chmod 600 it"),
            (0o620, "78 the file that DALESWAY_PASSPHRASE_FILE names may be read by others; chmod 600 it"),
        ] as [(mode_t, String)])
    func `comes from a file that is its owner's alone`(mode: mode_t, expected: String) {
        var template = Array("/tmp/dalesway-passphrase-XXXXXX".utf8CString)
        let descriptor = unsafe mkstemp(&template)
        let path = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
        defer {
            close(descriptor)
            unsafe unlink(path)
        }
        _ = unsafe write(descriptor, "herons\n", 7)
        fchmod(descriptor, mode)
        #expect(read(Passphrase(descriptor: nil, file: path)) == expected)
    }

    @Test(arguments: [
        ("/tmp", "78 the file that DALESWAY_PASSPHRASE_FILE names is not an ordinary file"),
        ("/dev/zero", "78 the file that DALESWAY_PASSPHRASE_FILE names is not an ordinary file"),
        ("/nowhere/at/all", "78 the file that DALESWAY_PASSPHRASE_FILE names cannot be opened"),
        ("", "78 the file that DALESWAY_PASSPHRASE_FILE names cannot be opened"),
    ])
    func `does not come from what is no file`(path: String, expected: String) {
        #expect(read(Passphrase(descriptor: nil, file: path)) == expected)
    }
}
