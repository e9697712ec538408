// Measures the case file: import, figures, what is due, and how soon a command begins.
//
// Usage: bench-case [lifecycle | import] [ROUNDS] [SUSPECTS-IMPORTED] [SUSPECTS-COUNTED]; `lifecycle` measures the rules
// alone, `import` the import alone. bench-case audit [ROUNDS] [LEAVES] measures the audit log, bench-case disclosure
// [ROUNDS] what a draft hides, and bench-case figures [ROUNDS] [SUSPECTS …] the figures over very many suspects.
import CaseStore
import Cryptography
import Figures
import Foundation
import Interchange
import Lifecycle

let words = CommandLine.arguments.dropFirst().compactMap { Int($0) }
let rounds = words.first ?? 3
let imported = words.count > 1 ? words[1] : 12_500
let counted = words.count > 2 ? words[2] : 100_000
let today = Day(number: 20_000)
let phrase = Array("seven quiet herons cross the weir".utf8)

/// The clock of every case file here, which stands still.
func present() -> Moment { Moment(milliseconds: Int64(today.number) * 86_400_000, today: today) }

/// How long something takes, by the clock on the wall and by what the processor spent on it.
func times(_ body: () throws -> Void) rethrows -> Times {
    let before = clock()
    let taken = try ContinuousClock().measure(body).components
    return Times(
        wall: Double(taken.seconds) + Double(taken.attoseconds) / 1e18,
        processor: Double(clock() - before) / Double(CLOCKS_PER_SEC))
}

/// A new case file in a folder of its own, and what `body` does with it.
func withStore(_ body: (CaseStore, _ folder: String) throws -> Void) throws {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("dalesway-\(UUID().uuidString)").path
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let (store, _) = try CaseStore.found(
        at: folder, name: "bench", passphrase: SecretBytes(copying: phrase), cost: .least, clock: present)
    for (name, role) in [("inspector", Role.inspector), ("officer", .officer), ("publisher", .publisher)] {
        try store.addUser(
            name, organisation: .police, rank: "detective inspector", roles: [role],
            passphrase: SecretBytes(copying: phrase), cost: .least)
    }
    try store.close()
    try body(try open(folder, "inspector"), folder)
}

func open(_ folder: String, _ user: String) throws -> CaseStore {
    try CaseStore.open(at: folder, user: user, passphrase: SecretBytes(copying: phrase), cost: .least, clock: present)
}

/// Takes a file in, which must be without fault, and answers how many events it held.
func take(_ pieces: [[UInt8]], into store: CaseStore) throws -> Int {
    var rest = pieces
    let outcome = try store.importLines(dryRun: false) { rest.popLast() }
    guard outcome.faults.isEmpty else {
        for fault in outcome.faults.prefix(5) { print(fault.text) }
        exit(2)
    }
    return outcome.recorded
}

/// How long the program beside this one takes from its start to its end.
func start(_ arguments: [String]) throws -> Times {
    let program = URL(fileURLWithPath: CommandLine.arguments[0]).deletingLastPathComponent().path + "/dalesway"
    var actions = unsafe posix_spawn_file_actions_t()
    unsafe posix_spawn_file_actions_init(&actions)
    unsafe posix_spawn_file_actions_addopen(&actions, STDOUT_FILENO, "/dev/null", O_WRONLY, 0)
    var words = unsafe ([program] + arguments).map { unsafe strdup($0) } + [nil]
    defer {
        for unsafe word in unsafe words { unsafe free(word) }
        unsafe posix_spawn_file_actions_destroy(&actions)
    }
    var (child, status): (pid_t, Int32) = (0, 0)
    var code: Int32 = 0
    // Not Foundation's Process, which looks only now and then whether its child has ended.
    let taken = times {
        code = unsafe posix_spawn(&child, program, &actions, nil, &words, environ)
        unsafe waitpid(child, &status, 0)
    }
    guard code == 0, status == 0 else {
        print("The program \(program) does not run.")
        exit(2)
    }
    return taken
}

if CommandLine.arguments.count == 4, CommandLine.arguments[1] == "audit-verify" {
    try AuditChild.main(CommandLine.arguments[2], CommandLine.arguments[3])
    exit(0)
}
var goals = Goals()
let part = CommandLine.arguments.dropFirst().first.flatMap { Int($0) == nil ? $0 : nil }
if part == "audit" {
    try Audit.run(rounds: rounds, leaves: words.count > 1 ? words[1] : 1_000_000, &goals)
    exit(goals.areMet ? 0 : 1)
}
if part == "disclosure" {
    try Disclosure.run(rounds: rounds, &goals)
    exit(goals.areMet ? 0 : 1)
}
if part == "figures" {
    let sizes = words.count > 1 ? Array(words.dropFirst()) : [10_000, 100_000, 1_000_000]
    try ManyFigures.run(rounds: rounds, sizes: sizes, &goals)
    exit(goals.areMet ? 0 : 1)
}
if part != "import", let rules = Rules() {
    for (name, goal, work) in [
        ("attempts weighed by the rules", 200_000, rules.weigh),
        ("events of pasts reviewed", 1_000_000, rules.review),
        ("the same, only looked up in the list of rules, for comparison", 1, rules.reviewPlainly),
    ] as [(String, Double, () -> Int)] {
        var count = 0
        let taken = (0..<(5 * rounds)).map { _ in
            times {
                count = 0
                for _ in 0..<20 { count += work() }
            }
        }
        goals.show(name, count, in: taken, atLeast: goal)
    }
    if part == "lifecycle" { exit(goals.areMet ? 0 : 1) }
}
for command in [["--version"], ["lifecycle", "--json"]] where part == nil {
    goals.show(
        "dalesway \(command.joined(separator: " "))", try (0..<(5 * rounds)).map { _ in try start(command) },
        atMost: 0.05)
}
if part == nil {
    try withStore { store, folder in
        try store.close()
        let taken = try (0..<(5 * rounds)).map { _ in
            try times { try open(folder, "inspector").close() }
        }
        goals.show("opening a case file, least key derivation", taken, atMost: 0.05)
    }
}
for order in Casework.Order.allCases {
    let pieces = Casework(investigations: max(1, imported * 4 / 125), suspects: imported).pieces(order)
    var taken: [Times] = []
    var events = 0
    for _ in 0..<rounds {
        try withStore { store, _ in
            taken.append(try times { events = try take(pieces, into: store) })
            try store.close()
        }
    }
    goals.show("import of \(events) events, \(order.rawValue)", events, in: taken, atLeast: 10_000)
}
if counted > 0, part == nil {
    try withStore { store, folder in
        let pieces = Casework(investigations: max(1, counted * 4 / 125), suspects: counted).pieces(.byDay)
        let events = try take(pieces, into: store)
        try store.close()
        let reader = try open(folder, "publisher")
        for (name, day, known) in [
            ("as at a day", Day(number: 16_500), nil),
            ("as at and as known at a day", Day(number: 16_500), Day(number: 16_480)),
            ("as at today", today, nil),
        ] as [(String, Day, Day?)] {
            let taken = try (0..<(2 * rounds + 1)).map { _ in
                try times { _ = try reader.figures(asAt: day, knownAt: known) }
            }
            goals.show("figures \(name), \(counted) suspects, \(events) events", taken, atMost: 1)
        }
        let broken = try ["sex", "age band at the time,sex", "ethnicity", "constituency"].map {
            try Breakdown("people-arrested-or-interviewed:" + $0)
        }
        let taken = try (0..<(2 * rounds + 1)).map { _ in
            try times { _ = try reader.breakdowns(broken, asAt: today) }
        }
        goals.show("four breakdowns of people arrested or interviewed, \(counted) suspects", taken, atMost: 1)
        try reader.close()
    }
}
try withStore { store, folder in
    _ = try take(Worklists.pieces(open: 10_000), into: store)
    try store.close()
    for (user, scope, name) in [
        ("officer", WorkQuestion.Scope.mine, "mine"), ("officer", .team, "everybody's"),
        ("inspector", .mine, "a lead's"),
    ] {
        // Each time in a case file that was just opened, as a command finds it.
        let taken = try (0..<(2 * rounds + 1)).map { _ in
            let reader = try open(folder, user)
            defer { try? reader.close() }
            return try times { _ = try reader.due(WorkQuestion(scope, limit: 50)) }
        }
        goals.show("what is due of 10000 open records, \(name)", taken, atMost: 0.2)
    }
}
exit(goals.areMet ? 0 : 1)
