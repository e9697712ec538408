// Where a passphrase comes from: a descriptor, a file, or the terminal; never an argument.

import Cryptography
import Glibc

/// The passphrase's sources, in the order in which they count.
struct Passphrase: Sendable {
    /// The descriptor that `--passphrase-fd` names.
    let descriptor: Int32?
    /// The file that `DALESWAY_PASSPHRASE_FILE` names.
    let file: String?

    /// More than anybody types, less than a mistaken file.
    private static let most = 4096

    /// Reads the passphrase, without its line's end.
    ///
    /// - Throws: ``Trouble`` with 77 where there is nobody to ask, 78 where the descriptor or file will not do.
    func read(_ prompt: String = "Passphrase: ") throws -> SecretBytes {
        if let descriptor { return try Self.firstLine(of: descriptor, called: "--passphrase-fd \(descriptor)") }
        if let file { return try Self.firstLine(ofFile: file, called: "the file that DALESWAY_PASSPHRASE_FILE names") }
        return try Self.ask(prompt)
    }

    /// Reads a new passphrase: on the terminal it is asked for twice.
    func readNew(_ prompt: String = "New passphrase: ") throws -> SecretBytes {
        guard !isGiven else { return try read() }
        let first = try Self.ask(prompt)
        let second = try Self.ask("The same again: ")
        guard first.equals(second) else { throw Trouble("the two passphrases are not the same", .data) }
        return first
    }

    /// Whether a descriptor or a file was named, so that nobody need be asked.
    var isGiven: Bool { descriptor != nil || file != nil }

    private static func ask(_ prompt: String) throws -> SecretBytes {
        guard var terminal = HushedTerminal() else {
            throw Trouble(
                "a passphrase is needed and there is no terminal to ask at; use --passphrase-fd N, or name a file in "
                    + "DALESWAY_PASSPHRASE_FILE", .notPermitted)
        }
        return try checked(try terminal.ask(prompt), source: "the terminal")
    }

    /// Reads the first line of a file that nobody else may read; `source` is what a complaint calls it.
    static func firstLine(
        ofFile path: String, called source: String, of secret: String = "passphrase"
    ) throws -> SecretBytes {
        let descriptor = unsafe open(path, O_RDONLY | O_CLOEXEC | O_NOCTTY | O_NONBLOCK)
        guard descriptor >= 0 else {
            throw Trouble("\(source) cannot be opened", .configuration)
        }
        defer { close(descriptor) }
        var facts = stat()
        guard unsafe fstat(descriptor, &facts) == 0, facts.st_mode & S_IFMT == S_IFREG else {
            throw Trouble("\(source) is not an ordinary file", .configuration)
        }
        guard facts.st_uid == geteuid() else {
            throw Trouble("\(source) belongs to another account", .configuration)
        }
        guard facts.st_mode & 0o077 == 0 else {
            throw Trouble(
                "\(source) may be read by others; chmod 600 it", .configuration)
        }
        return try firstLine(of: descriptor, called: source, secret)
    }

    /// Reads one byte at a time, so that what follows the line is left for its next reader.
    private static func firstLine(
        of descriptor: Int32, called source: String, _ secret: String = "passphrase"
    ) throws -> SecretBytes {
        var line: [UInt8] = []
        line.reserveCapacity(most + 1)
        var byte: UInt8 = 0
        while line.count <= most {
            let count = unsafe Glibc.read(descriptor, &byte, 1)
            if count < 0, errno == EINTR { continue }
            guard count >= 0 else { throw Trouble("\(source) cannot be read", .configuration) }
            if count == 0 || byte == UInt8(ascii: "\n") { break }
            line.append(byte)
        }
        return try checked(SecretBytes(taking: &line), secret, source: source)
    }

    private static func checked(
        _ secret: consuming SecretBytes, _ name: String = "passphrase", source: String
    ) throws -> SecretBytes {
        let length = secret.count
        guard length <= most else {
            throw Trouble("the \(name) from \(source) is longer than \(most) bytes", .configuration)
        }
        // A file made on another system ends its line with two characters.
        let last = unsafe secret.withBytes { unsafe $0.last }
        if last == UInt8(ascii: "\r") { secret = try secret.part(0..<length - 1) }
        guard secret.count > 0 else { throw Trouble("the \(name) from \(source) is empty", .notPermitted) }
        return secret
    }
}
