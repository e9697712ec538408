// The scanner beside Foundation's: what one accepts the other accepts, and means the same by.

import Foundation
import Testing

@testable import Interchange

@Suite struct `The scanner` {
    /// Foundation's reading of a text, as a node; nil if either of its readers refuses the text.
    private func foundation(_ bytes: [UInt8]) -> Node? {
        guard (try? JSONSerialization.jsonObject(with: Data(bytes), options: [.fragmentsAllowed])) != nil else {
            return nil
        }
        return (try? JSONDecoder().decode(Decoded.self, from: Data(bytes)))?.node
    }

    /// A node as JSONDecoder makes it.
    private struct Decoded: Decodable {
        let node: Node

        init(from decoder: any Decoder) throws {
            let value = try decoder.singleValueContainer()
            if value.decodeNil() {
                node = .null
            } else if let flag = try? value.decode(Bool.self) {
                node = .flag(flag)
            } else if let text = try? value.decode(String.self) {
                node = .text(text)
            } else if let object = try? value.decode([String: Decoded].self) {
                node = .object(
                    object.sorted { $0.key < $1.key }
                        .map { Member(key: $0.key, value: $0.value.node, isRepeated: false) })
            } else if (try? value.decode([Decoded].self)) != nil {
                node = .list
            } else {
                node = .otherNumber
            }
        }
    }

    /// A node with what Foundation does not tell apart made alike.
    private func plain(_ node: Node) -> Node {
        switch node {
        case .number: .otherNumber
        case .object(let members):
            .object(
                members.sorted { $0.key < $1.key }
                    .map { Member(key: $0.key, value: plain($0.value), isRepeated: $0.isRepeated) })
        case .text, .otherNumber, .flag, .null, .list: node
        }
    }

    private func ours(_ bytes: [UInt8]) -> Result<Node, Flaw> {
        Result { () throws(Flaw) in try Scanner.scan(bytes[...]) }
    }

    @Test func `agrees with Foundation on mangled lines`() {
        var madeUp = MadeUp(seed: 2)
        var (accepted, refused) = (0, 0)
        for _ in 0..<6_000 {
            var bytes = Array(madeUp.line().text.utf8)
            for _ in 0..<Int.random(in: 0...2, using: &madeUp.chance) { mangle(&bytes, &madeUp) }
            switch ours(bytes) {
            case .success(let node):
                accepted += 1
                // Foundation drops one of two keys, and refuses numbers beyond its own.
                if Self.hasRepeats(node) || Self.hasExponent(bytes) { continue }
                #expect(foundation(bytes) == plain(node), "\(String(decoding: bytes, as: UTF8.self))")
            case .failure(let flaw):
                refused += 1
                if Self.stricter.contains(where: flaw.words.contains) { continue }
                #expect(foundation(bytes) == nil, "\(flaw) \(String(decoding: bytes, as: UTF8.self))")
            }
        }
        #expect(accepted > 1000 && refused > 1000)
    }

    /// Where we refuse on purpose what Foundation takes.
    private static let stricter = ["NUL", "nested too deeply", "surrogate", "UTF-8", "a key in double quotes"]

    private static func hasExponent(_ bytes: [UInt8]) -> Bool {
        zip(bytes, bytes.dropFirst()).contains { 0x30...0x39 ~= $0 && ($1 | 0x20) == UInt8(ascii: "e") }
    }

    private static func hasRepeats(_ node: Node) -> Bool {
        guard case .object(let members) = node else { return false }
        return members.contains { $0.isRepeated || hasRepeats($0.value) }
    }

    private func mangle(_ bytes: inout [UInt8], _ madeUp: inout MadeUp) {
        let place = Int.random(in: 0..<max(1, bytes.count), using: &madeUp.chance)
        guard place < bytes.count else { return }
        let odd = Array("{}[]\",:\\u0eE+-.1 tfn\u{7F}\n\t/x".utf8) + [0x00, 0x80, 0xC3, 0xFF, 0xED]
        switch Int.random(in: 0..<5, using: &madeUp.chance) {
        case 0: bytes.remove(at: place)
        case 1: bytes.insert(madeUp.pick(odd), at: place)
        case 2: bytes[place] = madeUp.pick(odd)
        case 3: bytes.removeSubrange(place...)
        default: bytes.insert(contentsOf: bytes[place..<min(place + 9, bytes.count)], at: place)
        }
    }

    @Test(arguments: [
        "0", "-0", "12", "-1", "1.5", "1e5", "1E+5", "1e-5", "01", "-", "+1", "1.", ".5", "1e", "0x1", "1_000", "NaN",
        "Infinity", "true", "tru", "null", "nul", "nulls", "\"\"", "\"\\\"", "\"\\x\"", "\"\\u12\"", "\"\\u00e9\"",
        "\"\\ud83e\\uddf5\"", "[]", "[1,2]", "[,1]", "[1 2]", "{}", "{\"a\":1}", "{a:1}",
        "{\"a\" 1}", "{\"a\":}", "'a'", " 1 ", "1 1", "//1", "\"\t\"", "\u{C}1", "[[[[1]]]]", "{\"a\":{\"b\":[{}]}}",
    ])
    func `agrees with Foundation`(text: String) {
        switch ours(Array(text.utf8)) {
        case .success(let node): #expect(foundation(Array(text.utf8)) == plain(node))
        case .failure: #expect(foundation(Array(text.utf8)) == nil)
        }
    }

    @Test(arguments: ["[1,]", "{\"a\":1,}", "{\"a\":1, }"])
    func `refuses a comma before an end, which Foundation takes`(text: String) {
        #expect(throws: Flaw.self) { try Scanner.scan(Array(text.utf8)[...]) }
    }

    @Test func `tells of keys that stand twice, however many there are`() throws {
        let keys = (0..<40).map { "\"k\($0)\":1" } + ["\"k3\":2", "\"k39\":2"]
        guard case .object(let members) = try Scanner.scan(Array("{\(keys.joined(separator: ","))}".utf8)[...]) else {
            Issue.record("no object")
            return
        }
        #expect(members.filter(\.isRepeated).map(\.key) == ["k3", "k39"])
    }

    @Test func `refuses what is nested without end`() {
        let deep = String(repeating: "[", count: 1_000_000)
        #expect(throws: Flaw(column: 34, words: "it is nested too deeply")) { try Scanner.scan(Array(deep.utf8)[...]) }
    }

    @Test func `keeps whole numbers whole`() throws {
        #expect(try Scanner.scan(Array("9223372036854775807".utf8)[...]) == .number(.max))
        #expect(try Scanner.scan(Array("-9223372036854775808".utf8)[...]) == .number(.min))
        #expect(try Scanner.scan(Array("9223372036854775808".utf8)[...]) == .otherNumber)
        #expect(try Scanner.scan(Array("100000000000000000000".utf8)[...]) == .otherNumber)
        #expect(try Scanner.scan(Array("1.0".utf8)[...]) == .otherNumber)
    }
}
