// A disk without room: looks are logged from the reserve, changes stop, and nothing is ever shown that is not logged.
import Access
import AuditLog
import CaseModel
import Cryptography
import Foundation
import Interchange
import Lifecycle
import Rows
import Testing
import Vault

@testable import CaseStore

@Suite struct `A case file on a full disk` {
    private let scratch: Scratch
    private let disk = Mishaps()
    private let reference: Reference
    private static let isSoak = ProcessInfo.processInfo.environment["DALESWAY_SOAK"] != nil

    init() throws {
        scratch = try Scratch()
        try scratch.found()
        let store = try scratch.open("inspector")
        reference = try store.add(
            AddLine(kind: .person, on: #require(Day("2016-01-04")), fields: ["name": .text("Merle Fictional")]))
        try store.close()
    }

    private func open(_ user: String = "inspector") throws -> CaseStore {
        try CaseStore.open(
            at: scratch.path, user: user, passphrase: Scratch.passphrase, cost: .least, state: scratch.state,
            mishaps: disk, clock: scratch.clock)
    }

    private func fill() { disk.room = 0 }

    @Test func `ten thousand looks, each with its sign-in and letting go, are logged from the reserve`() throws {
        fill()
        let looks = Self.isSoak ? Reserve.looks : 60
        let first = try open()
        let before = try first.connection.logSize()
        try first.close()
        let held = first.reserve?.held ?? 0
        for _ in 1...looks {
            let store = try open()
            #expect(try store.show(reference).title == "Merle Fictional")
            try store.close()
        }
        let last = try open()
        #expect(try last.connection.logSize() == before + 2 * looks + 1)
        #expect(try last.verifyLog().faults == [])
        try last.close()
        // What an open store took for its log is kept back again when it is let go.
        let rest = last.reserve?.held ?? 0
        let each = Double(held - rest) / Double(looks)
        print("full disk: \(looks) looks took \((held - rest) >> 10) KiB of the reserve, \(Int(each)) bytes each")
        #expect(each * Double(Reserve.looks) < Double(Reserve.size - 5 << 20))
    }

    @Test func `as many looks in one session are logged from the reserve`() throws {
        let store = try open()
        let before = try store.connection.logSize()
        fill()
        let looks = Self.isSoak ? Reserve.looks : 200
        for _ in 1...looks { _ = try store.show(reference) }
        #expect(try store.connection.logSize() == before + looks)
        let taken = Reserve.size - (store.reserve?.held ?? 0)
        print("full disk: \(looks) looks in one session took \(taken >> 10) KiB of the reserve")
        #expect(taken < Reserve.size)
        try store.close()
        // The log's file is gone, and what it took is kept back again.
        #expect(Reserve.size - (store.reserve?.held ?? 0) < looks * 1_024 + Reserve.step)
    }

    /// What changes a store.
    enum Deed: String, CaseIterable {
        case add, record, importLines, addUser, suspend, grant, rekey, passphrase
    }

    @Test(arguments: Deed.allCases) func `what changes anything is refused plainly while looking goes on`(
        deed: Deed
    ) throws {
        fill()
        let store = try open([.add, .record, .importLines].contains(deed) ? "inspector" : "custodian")
        let told = try #require(store.notes.last)
        #expect(told.hasPrefix("The disk is full: nothing can be changed. Looking goes on, for about "))
        let files = try contents()
        let error = #expect(throws: StoreError.self) {
            switch deed {
            case .add: _ = try store.add(AddLine(kind: .person, on: #require(Day("2016-01-05"))))
            case .record:
                _ = try store.record(
                    RecordLine(event: "close", ref: reference, on: Interval(#require(Day("2016-01-05")))))
            case .importLines:
                var chunks = [Array("{\"add\":\"person\",\"on\":\"2016-01-05\"}\n".utf8)]
                _ = try store.importLines(dryRun: false) { chunks.popLast() }
            case .addUser:
                try store.addUser(
                    "x", organisation: .police, roles: [.dpo], passphrase: Scratch.passphrase, cost: .least)
            case .suspend: try store.suspend("officer")
            case .grant: try store.grant(.rights, to: "publisher")
            case .rekey: _ = try store.rekey { _, _, _ in }
            case .passphrase: try store.changePassphrase(to: Scratch.passphrase, cost: .least)
            }
        }
        if deed != .record {
            #expect(error?.kind == .inputOutput)
            #expect(error?.sentence.hasPrefix("The disk is full: nothing can be changed.") == true)
        }
        #expect(try contents().filter { $0.key.hasPrefix("slots") } == files.filter { $0.key.hasPrefix("slots") })
        _ = try store.users()
        try store.close()
        // There is room again.
        disk.room = nil
        let again = try open()
        #expect(again.reserve?.isWhole == true)
        #expect(again.notes.filter { $0.contains("disk") }.isEmpty)
        _ = try again.add(AddLine(kind: .person, on: #require(Day("2016-01-05"))))
        #expect(try again.check().findings == [])
        try again.close()
    }

    @Test func `once the reserve is used up nothing is shown, and with room again all goes on`() throws {
        let store = try open()
        fill()
        _ = store.reserve?.giveWay(Reserve.size)
        fill()
        let before = try store.connection.logSize()
        for way in `Reading a case file`.Way.allCases where way != .exportLog && way != .export {
            let error = #expect(throws: StoreError.self) {
                switch way {
                case .show: _ = try store.show(reference)
                case .list: _ = try store.list(.person)
                case .history: _ = try store.history(reference)
                case .next: _ = try store.next(reference)
                case .figures: _ = try store.figures(asAt: #require(Day("2016-02-01")))
                default: _ = try store.users()
                }
            }
            #expect(error?.kind == .inputOutput)
            #expect(
                error?.sentence.contains("so is what was kept back for the log of who looks: nothing is shown") == true)
        }
        #expect(try store.connection.logSize() == before)
        try store.close()
        // What the log had taken went back; somebody else takes that.
        _ = store.reserve?.giveWay(Reserve.size)
        fill()
        let refused = #expect(throws: StoreError.self) { try open() }
        #expect(refused?.sentence.contains("nothing is shown, because it could not be logged") == true)
        disk.room = Reserve.size + 4 << 20
        let again = try open()
        #expect(again.reserve?.isWhole == true)
        #expect(try again.show(reference).title == "Merle Fictional")
        #expect(try again.connection.logSize() == before + 2)
        #expect(try again.verifyLog().faults == [])
        try again.close()
    }

    @Test func `room that comes back while a session lasts is enough for the next change`() throws {
        let store = try open()
        fill()
        _ = try store.show(reference)
        let more = AddLine(kind: .person, on: try #require(Day("2016-01-05")))
        #expect(throws: StoreError.self) { try store.add(more) }
        disk.room = Reserve.size
        _ = try store.add(more)
        #expect(store.reserve?.isWhole == true)
        try store.close()
    }

    @Test func `a store of an older program without a reserve is told so, and gets one when there is room`() throws {
        try FileManager.default.removeItem(atPath: "\(scratch.path)/reserve")
        disk.room = 512 << 10
        let store = try open()
        #expect(store.notes.contains { $0.hasPrefix("The disk is full: nothing can be changed.") })
        _ = try store.show(reference)
        #expect(throws: StoreError.self) {
            try store.add(AddLine(kind: .person, on: #require(Day("2016-01-05"))))
        }
        try store.close()
        disk.room = nil
        let again = try open()
        #expect(again.reserve?.isWhole == true)
        #expect(try contents()["reserve"]?.count == Reserve.size)
        try again.close()
    }

    @Test func `a copy's reserve of nothing but holes is filled, and too long a one is cut`() throws {
        let file = "\(scratch.path)/reserve"
        for size in [Reserve.size, Reserve.size * 2, 1_000_001] {
            try FileManager.default.removeItem(atPath: file)
            #expect(FileManager.default.createFile(atPath: file, contents: nil))
            _ = unsafe truncate(file, off_t(size))
            try open().close()
            var about = stat()
            let answer = unsafe stat(file, &about)
            #expect(answer == 0 && Int(about.st_size) == Reserve.size)
            #expect(Int(about.st_blocks) * 512 >= Reserve.size)
        }
    }

    @Test(arguments: [true, false]) func `what lies in the reserve's place stops changes and is left alone`(
        isFolder: Bool
    ) throws {
        let file = "\(scratch.path)/reserve"
        try FileManager.default.removeItem(atPath: file)
        if isFolder {
            try FileManager.default.createDirectory(atPath: file, withIntermediateDirectories: false)
        } else {
            try FileManager.default.createSymbolicLink(atPath: file, withDestinationPath: "/dev/null")
        }
        let store = try open()
        #expect(store.notes.contains { $0.contains("reserve is not a file that this account may write") })
        _ = try store.show(reference)
        #expect(throws: StoreError.self) {
            try store.add(AddLine(kind: .person, on: #require(Day("2016-01-05"))))
        }
        try store.close()
        #expect(FileManager.default.fileExists(atPath: file))
    }

    @Test func `no store is founded where there is no room for its reserve`() throws {
        // A folder of one account's own limits cannot be made here: what refuses is tried alone.
        let place = try Scratch()
        _ = unsafe mkdir(place.path, 0o700)
        disk.room = 1 << 20
        var reserve = Reserve(of: place.path, mishaps: disk)
        reserve.fill()
        #expect(!reserve.isWhole)
        #expect(reserve.foundingRefused(in: place.path).sentence.hasSuffix("25 MiB. Nothing was made."))
        #expect(!FileManager.default.fileExists(atPath: place.path))
    }

    private func contents() throws -> [String: Data] {
        var found: [String: Data] = [:]
        for name in try FileManager.default.contentsOfDirectory(atPath: scratch.path) {
            found[name] = try Data(contentsOf: URL(fileURLWithPath: "\(scratch.path)/\(name)"))
        }
        return found
    }
}
