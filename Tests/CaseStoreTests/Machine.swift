// A machine with an account's state folder, and copies of a store that are put in its place.
import CaseStore
import Foundation
import Synchronization

/// What one machine keeps outside of stores, and what it was told.
final class Machine: Sendable {
    let path: String
    private let told = Mutex<[String]>([])

    init() {
        path = FileManager.default.temporaryDirectory.appendingPathComponent("dalesway-state-\(UUID().uuidString)").path
    }

    deinit { try? FileManager.default.removeItem(atPath: path) }

    var state: StateFolder {
        StateFolder(path: path) { [weak self] line in self?.told.withLock { $0.append(line) } }
    }

    /// What was noted since this was last asked.
    func notes() -> [String] {
        told.withLock { told in
            defer { told = [] }
            return told
        }
    }

    /// The folder that belongs to the one store that was seen.
    func folder() throws -> String {
        let names = try FileManager.default.contentsOfDirectory(atPath: path)
        return "\(path)/\(names.first ?? "")"
    }

    func lastSeen() throws -> String { try folder() + "/last-seen" }
}

extension Scratch {
    /// A copy of the whole folder.
    func copied(_ name: String) throws -> String {
        let copy = "\(path)-\(name)"
        try FileManager.default.copyItem(atPath: path, toPath: copy)
        return copy
    }

    /// Puts a copy in the store's place.
    func putBack(_ copy: String) throws {
        try FileManager.default.removeItem(atPath: path)
        try FileManager.default.copyItem(atPath: copy, toPath: path)
    }
}
