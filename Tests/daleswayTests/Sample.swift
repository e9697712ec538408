// A small program to try the framework on, and a way to run a line and catch what it says.

import CaseStore
import Glibc
import Lifecycle
import Printing

@testable import dalesway

/// A program of a few commands, each saying back what it was given.
let sample = Program(
    version: "9", summary: "a sample",
    families: [
        Family(name: "user", summary: "Accounts."), Family(name: "user badge", summary: "Badges of accounts."),
    ],
    commands: [
        Command(
            "show", "Show a record.", examples: ["dalesway show INV-0001"],
            .argument("ref", "Which.", as: Reference.self), .flag("long", "Say more."),
            .option("as-at", "On a day.", as: Day.self)
        ) { _, ref, long, day in
            Answer("\(ref.text) \(long) \(day?.iso ?? "-")\n", json: ["ref": .text(ref.text), "long": .flag(long)])
        },
        Command(
            "record", "Record an event.", examples: ["dalesway record SUS-0001 arrest --on 2018-01-01"],
            .argument("ref", "Which.", as: String.self), .argument("event", "What.", as: String.self),
            .required("on", "When.", as: Interval.self), .fields(words: "The event's fields.")
        ) { _, ref, event, on, fields in
            let said = fields.map { "\($0.name)=\($0.value ?? "nil")" }.joined(separator: " ")
            return Answer("\(ref) \(event) \(on.text) \(said)\n", json: [:])
        },
        Command(
            "user add", "Add an account.", examples: ["dalesway user add wren --role officer"],
            .argument("name", "Whose.", as: String.self), .repeated("role", "As what.", as: Role.self)
        ) { call, name, roles in
            Answer("\(name) \(roles.map(\.rawValue)) \(call.store) \(call.named ?? "-") \(call.json)\n", json: [:])
        },
        Command(
            "user badge issue", "Issue a badge.", examples: ["dalesway user badge issue wren"],
            .argument("name", "Whose.", as: String.self)
        ) { _, name in Answer("badge \(name)\n", json: [:]) },
        Command(
            "list", "List.", examples: ["dalesway list person"],
            .argument("kind", "Of what.", as: RecordKind.self), .optional("text", "Like what.", as: String.self),
            .option("limit", "How many.", as: Int.self)
        ) { _, kind, text, limit in Answer("\(kind.rawValue) \(text ?? "-") \(limit ?? 0)\n", json: [:]) },
        Command("fail", "Fail.", examples: ["dalesway fail 1"], .argument("how", "How.", as: Int.self)) { _, how in
            switch how {
            case 1: throw Trouble("it is held by another", .tryAgain)
            case 2: throw Refused([Refusal(rule: "B1.arrest", why: "no", missing: ["station"], accounts: ["officer"])])
            case 3: throw Odd(name: "Wilhelmina Wren")
            default: return Answer("\u{1B}[31m\u{202E}x\n", json: ["a": "\u{202E}"], exit: .io)
            }
        },
    ])

/// An error that is no `Failure`, and that holds what nobody may see.
struct Odd: Error { let name: String }

/// What a run of the sample said.
struct Said: Equatable {
    var exit: Exit
    var out: String
    var err: String
}

/// Runs the sample on a line.
func run(_ line: [String], environment: [String: String] = ["HOME": "/home/wren"]) -> Said {
    let (out, err) = (Catch(), Catch())
    let exit = sample.run(
        line, environment: Environment(environment), talk: Talk(descriptor: err.descriptor),
        output: Output(descriptor: out.descriptor))
    return Said(exit: exit, out: out.text, err: err.text)
}

/// A nameless file that catches what is written to its descriptor.
final class Catch {
    let descriptor: Int32

    init() {
        var path = Array("/tmp/dalesway-test-XXXXXX".utf8CString)
        descriptor = unsafe mkstemp(&path)
        _ = unsafe unlink(path)
    }

    var text: String {
        var bytes = [UInt8](repeating: 0, count: 1 << 20)
        let count = unsafe pread(descriptor, &bytes, bytes.count, 0)
        return String(decoding: bytes.prefix(max(0, count)), as: UTF8.self)
    }

    deinit { close(descriptor) }
}
