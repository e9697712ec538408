// The check of a whole log, in a process of its own, so that its memory can be told.
import CaseStore
import Cryptography
import Foundation

/// What the check of a log came to in a process of its own.
struct AuditChild {
    /// How long leaves, tree and checkpoints took, and all with every detail.
    let leaves: Times, all: Times
    /// The most memory that the process held, in bytes; by its own account, for the system's counts the parent's too.
    let memory: Int
    /// How often progress was told.
    let progress: Int

    /// Checks the log of a case file in a process of its own.
    static func verify(_ store: AuditStore) throws -> AuditChild {
        let answer = store.folder + "/answer"
        defer { try? FileManager.default.removeItem(atPath: answer) }
        let said: [String] = [CommandLine.arguments[0], "audit-verify", store.folder, answer]
        var words = unsafe said.map { unsafe strdup($0) } + [nil]
        defer { for unsafe word in unsafe words { unsafe free(word) } }
        var child: pid_t = 0
        var status: Int32 = 0
        let code = unsafe posix_spawn(&child, CommandLine.arguments[0], nil, nil, &words, environ)
        unsafe waitpid(child, &status, 0)
        let text = FileManager.default.contents(atPath: answer).map { String(decoding: $0, as: UTF8.self) } ?? ""
        let numbers = text.split(separator: " ").compactMap { Double($0) }
        guard code == 0, status == 0, numbers.count == 6 else {
            print("The check of the log failed: \(text)")
            exit(2)
        }
        return AuditChild(
            leaves: Times(wall: numbers[0], processor: numbers[1]), all: Times(wall: numbers[2], processor: numbers[3]),
            memory: Int(numbers[5]) * 1024, progress: Int(numbers[4]))
    }

    /// The most memory that this process held, in KiB.
    private static func peak() -> Int {
        let status = (try? String(contentsOfFile: "/proc/self/status", encoding: .utf8)) ?? ""
        let line = status.split(separator: "\n").first { $0.hasPrefix("VmHWM:") }
        return line?.split(separator: " ").compactMap { Int($0) }.first ?? 0
    }

    /// What that process does: checks the log, and writes down how long it took.
    static func main(_ folder: String, _ answer: String) throws {
        let store = try CaseStore.open(
            at: folder, user: "bench", passphrase: SecretBytes(copying: phrase), cost: .least, for: .inspection,
            clock: present)
        let (begun, spent) = (ContinuousClock.now, clock())
        func passed() -> String {
            let taken = (ContinuousClock.now - begun).components
            return
                "\(Double(taken.seconds) + Double(taken.attoseconds) / 1e18) \(Double(clock() - spent) / Double(CLOCKS_PER_SEC))"
        }
        var leaves: String?
        var told = 0
        let verdict = try store.verifyLog { _, done, size in
            told += 1
            if done == size, leaves == nil { leaves = passed() }
        }
        let all = passed()
        let text = verdict.faults.isEmpty ? "\(leaves ?? all) \(all) \(told) \(peak())" : verdict.faults.joined(separator: "\n")
        try text.write(toFile: answer, atomically: false, encoding: .utf8)
        try store.close()
    }
}
