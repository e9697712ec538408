// Whether the log beside a store is the one that belongs to it, judged by the marks before SQLite sees it.
import Glibc

extension LogState {
    /// Looks at the log at `path` and says whether it counts.
    ///
    /// Throws ``VaultError`` if frames that were safe are missing, or the log is of another time than the marks say.
    init(surveying path: String, _ mark: Mark, _ sealer: Sealer, mishaps: Mishaps?) throws {
        self.init(mark)
        guard RawFile.exists(path) else {
            guard mark.isFinish else { throw VaultError.damaged(.log) }
            return
        }
        let file = try RawFile(path, O_RDWR, mishaps: mishaps)
        let found = LogHeader.read(try file.read(Layout.logStart, at: 0), sealer)
        // A finished log may be followed by the next one, and by no other.
        let expected = mark.isFinish ? mark.log + 1 : mark.log
        if let found, found.log == expected {
            guard try file.size() >= LogFile.place(of: Int(mark.frames)) else { throw VaultError.damaged(.log) }
            (number, isLive) = (expected, true)
            return
        }
        guard mark.isFinish else { throw VaultError.damaged(.log) }
        // What is left is a log that is finished, or one whose header never became safe: then no frame follows it.
        if let found, found.log > expected { throw VaultError.damaged(.marks) }
        if try Self.hasFrame(of: expected, in: file, sealer) { throw VaultError.damaged(.log) }
    }

    private static func hasFrame(of log: UInt64, in file: RawFile, _ sealer: Sealer) throws -> Bool {
        let count = max(0, try file.size() - Layout.logStart) / Layout.frameSize
        for index in 0..<count {
            var frame = try file.read(Layout.frameSize, at: LogFile.place(of: index))
            let note = unsafe frame.withUnsafeMutableBytes { unsafe sealer.open($0, as: .frame(index, of: log)) }
            if note != nil { return true }
        }
        return false
    }
}
