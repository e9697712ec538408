// What somebody may do to the files of a store who can write to its folder and has no key.
import Testing

/// An attack on the files of a store.
enum Attack: String, CaseIterable, CustomTestStringConvertible {
    case bitInLog = "a bit of the log turned"
    case bitInDatabase = "a bit of case.db turned"
    case noiseInDatabase = "some bytes of case.db overwritten"
    case bytesInLock = "bytes of the lock file changed"
    case logDeleted = "the log deleted"
    case logCutAtFrame = "the log cut after a frame"
    case logCutAnywhere = "the log cut anywhere"
    case framesExchanged = "two frames exchanged"
    case frameMoved = "a frame put in another's place"
    case frameOfOlderLog = "a frame of an older log in its place"
    case olderLog = "an older log planted"
    case lostLog = "a log planted that a crash had undone"
    case frontOlder = "the header and marks of an older moment"
    case frontOther = "the header of another store"
    case marksDestroyed = "marks destroyed"
    case marksAndLog = "the marks that nobody waited for destroyed, and the log cut"
    case marksOlder = "the marks of an older moment"
    case markOlder = "one mark of an older moment"
    case onePageOld = "one page of an older moment"
    case halfThePagesOld = "half the changed pages of an older moment"
    case allPagesOld = "all pages of an older moment, the marks new"
    case databaseOld = "case.db of an older moment beside a new log"
    case pagesExchanged = "two pages exchanged"
    case pageMoved = "a page put in another's place"
    case databaseCut = "case.db cut"
    case databaseLengthened = "case.db lengthened by pages of its own"
    case pageOfAnother = "a page of another store"
    case frameOfAnother = "frames of another store"
    case databaseOfAnother = "case.db of another store"
    case journalPlanted = "a journal planted"
    case indexPlanted = "a -shm planted"
    case everythingOld = "the whole folder of an older moment"

    var testDescription: String { rawValue }

    /// Whether the vault alone cannot see it, because what is there once was the whole truth.
    ///
    /// The last-seen mark outside the folder does.
    var isWholeRollback: Bool { self == .everythingOld || self == .marksAndLog }

    /// Whether the attack needs a log that is in use.
    var needsLog: Bool? {
        switch self {
        case .bitInLog, .logDeleted, .logCutAtFrame, .logCutAnywhere, .framesExchanged, .frameMoved, .frameOfOlderLog,
            .lostLog, .databaseOld, .frameOfAnother, .marksAndLog:
            true
        case .pagesExchanged, .pageMoved, .databaseCut: false
        default: nil
        }
    }

    /// The files after the attack; nil if this time there was nothing to be done.
    func files(_ past: Past, using random: inout Seeded) -> Disk.Image? {
        let present = past.present.files
        guard let database = present["case.db"], let moment = past.copied.randomElement(using: &random)?.files,
            let old = moment["case.db"]
        else { return nil }
        let log = present["case.db-wal"] ?? []
        var files = present
        switch self {
        case .bitInLog: files["case.db-wal"] = Self.turned(log, in: 0..<log.count, &random)
        case .bitInDatabase:
            let isFront = Int.random(in: 0..<3, using: &random) == 0
            files["case.db"] = Self.turned(database, in: 0..<(isFront ? 8192 : database.count), &random)
        case .noiseInDatabase:
            let start = Int.random(in: 0..<database.count, using: &random)
            let end = min(database.count, start + Int.random(in: 1...6000, using: &random))
            files["case.db"]?.replaceSubrange(start..<end, with: Self.noise(end - start, &random))
        case .bytesInLock: files["lock"] = Self.noise(Int.random(in: 0...200, using: &random), &random)
        case .logDeleted: files["case.db-wal"] = nil
        case .logCutAtFrame:
            let frames = Picture(database: [], log: log).frames
            let size = Picture.logStart + Int.random(in: 0..<max(1, frames), using: &random) * Picture.frameSize
            files["case.db-wal"] = Array(log.prefix(size))
        case .logCutAnywhere:
            files["case.db-wal"] = Array(log.prefix(Int.random(in: 0..<max(1, log.count), using: &random)))
        case .framesExchanged, .frameMoved:
            files["case.db-wal"] = Self.moved(
                log, Picture.frame, of: Picture(database: [], log: log).frames,
                back: self == .framesExchanged, &random)
        case .frameOfOlderLog:
            let older = moment["case.db-wal"] ?? []
            let shared = min(Picture(database: [], log: log).frames, Picture(database: [], log: older).frames)
            guard shared > 0 else { return nil }
            let place = Picture.frame(Int.random(in: 1...shared, using: &random))
            files["case.db-wal"]?.replaceSubrange(place, with: older[place])
        case .olderLog:
            guard let older = moment["case.db-wal"] else { return nil }
            files["case.db-wal"] = older
        case .lostLog: files["case.db-wal"] = past.lost
        case .frontOlder: files["case.db"]?.replaceSubrange(0..<8192, with: old[0..<8192])
        case .frontOther:
            let size = Bool.random(using: &random) ? 4096 : 8192
            files["case.db"]?.replaceSubrange(0..<size, with: (past.other["case.db"] ?? [])[0..<size])
        case .marksDestroyed:
            for place in 0..<4 where Bool.random(using: &random) {
                let start = 4096 + place * 1024
                let isZero = Bool.random(using: &random)
                let end = start + Int.random(in: 1...96, using: &random)
                files["case.db"]?.replaceSubrange(
                    start..<end,
                    with: isZero ? [UInt8](repeating: 0, count: end - start) : Self.noise(end - start, &random))
            }
        case .marksAndLog:
            for place in 2..<4 {
                let start = 4096 + place * 1024
                files["case.db"]?.replaceSubrange(start..<start + 96, with: Self.noise(96, &random))
            }
            let frames = Int.random(in: 0..<max(1, Picture(database: [], log: log).frames), using: &random)
            files["case.db-wal"] = Array(log.prefix(Picture.logStart + frames * Picture.frameSize))
        case .marksOlder: files["case.db"]?.replaceSubrange(4096..<8192, with: old[4096..<8192])
        case .markOlder:
            let (from, to) = (Int.random(in: 0..<4, using: &random), Int.random(in: 0..<4, using: &random))
            // Sometimes in a place that is not its own.
            let source = Int.random(in: 0..<4, using: &random) == 0 ? from : to
            files["case.db"]?.replaceSubrange(
                4096 + to * 1024..<5120 + to * 1024, with: old[4096 + source * 1024..<5120 + source * 1024])
        case .onePageOld, .halfThePagesOld, .allPagesOld:
            var changed = (1...Picture(database: old).pages).filter { page in
                let place = Picture.page(page)
                return place.upperBound <= database.count && old[place] != database[place]
            }
            guard !changed.isEmpty else { return nil }
            changed.shuffle(using: &random)
            switch self {
            case .onePageOld: changed = Array(changed.prefix(1))
            case .halfThePagesOld: changed = Array(changed.prefix((changed.count + 1) / 2))
            default: break
            }
            for page in changed { files["case.db"]?.replaceSubrange(Picture.page(page), with: old[Picture.page(page)]) }
            if self == .allPagesOld, Bool.random(using: &random) {
                files["case.db"] = Array(files["case.db"]?.prefix(old.count) ?? [])
            }
        case .databaseOld: files["case.db"] = old
        case .pagesExchanged, .pageMoved:
            files["case.db"] = Self.moved(
                database, Picture.page, of: Picture(database: database).pages,
                back: self == .pagesExchanged, &random)
        case .databaseCut:
            let isWhole = Bool.random(using: &random)
            let size = Int.random(in: 0..<database.count, using: &random)
            files["case.db"] = Array(database.prefix(isWhole ? size / 4096 * 4096 : size))
        case .databaseLengthened:
            let pages = Picture(database: database).pages
            for _ in 0..<Int.random(in: 1...4, using: &random) {
                files["case.db"]? += database[Picture.page(Int.random(in: 1...pages, using: &random))]
            }
        case .pageOfAnother:
            let another = past.other["case.db"] ?? []
            let pages = min(Picture(database: database).pages, Picture(database: another).pages)
            let place = Picture.page(Int.random(in: 1...pages, using: &random))
            files["case.db"]?.replaceSubrange(place, with: another[place])
        case .frameOfAnother:
            let another = past.other["case.db-wal"] ?? []
            if Bool.random(using: &random) {
                files["case.db-wal"] = another
            } else {
                let place = Picture.frame(1)
                files["case.db-wal"]?.replaceSubrange(place, with: another[place])
            }
        case .databaseOfAnother: files["case.db"] = past.other["case.db"]
        case .journalPlanted:
            files["case.db-journal"] = Bool.random(using: &random) ? old : Self.noise(9000, &random)
        case .indexPlanted: files["case.db-shm"] = Self.noise(32768, &random)
        case .everythingOld: files = moment
        }
        return files == present ? nil : files
    }

    private static func turned(_ bytes: [UInt8], in places: Range<Int>, _ random: inout Seeded) -> [UInt8] {
        guard !places.isEmpty else { return bytes }
        var bytes = bytes
        bytes[Int.random(in: places, using: &random)] ^= 1 << UInt8.random(in: 0..<8, using: &random)
        return bytes
    }

    private static func noise(_ count: Int, _ random: inout Seeded) -> [UInt8] {
        (0..<count).map { _ in UInt8(truncatingIfNeeded: random.next()) }
    }

    private static func moved(
        _ bytes: [UInt8], _ place: (Int) -> Range<Int>, of count: Int, back: Bool, _ random: inout Seeded
    ) -> [UInt8] {
        guard count > 1 else { return bytes }
        let (from, to) = (Int.random(in: 1...count, using: &random), Int.random(in: 1...count, using: &random))
        var moved = bytes
        moved.replaceSubrange(place(to), with: bytes[place(from)])
        if back { moved.replaceSubrange(place(from), with: bytes[place(to)]) }
        return moved
    }
}
