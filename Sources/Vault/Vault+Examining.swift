// Looking at a store that does not open.
package import Cryptography
import Glibc

extension Vault {
    /// Looks at every block of a store without opening it, and answers all that is wrong: for a store too damaged to open.
    ///
    /// `progress` is told how many pages are done, of how many. Throws ``VaultError`` if the store cannot even be looked
    /// at: missing, foreign, of a newer program, held by another, or the key is another's.
    package static func examine(
        at directory: String, storeID: [UInt8], key: borrowing SecretBytes, wait seconds: Double = 5,
        progress: (Int, Int) -> Void = { _, _ in }
    ) throws -> [Fault] {
        do {
            let groundwork = try Groundwork.find(at: directory, storeID: storeID, key: key, wait: seconds, mishaps: nil)
            var faults: [Fault] = []
            var replaced: Set<Int> = []
            var root: BlockTag?
            do {
                let mark = try groundwork.marks().current
                let sealer = try Sealer(key: groundwork.keys.frame, epoch: groundwork.epoch)
                let log = try LogState(surveying: groundwork.logPath, mark, sealer, mishaps: nil)
                var safe: [UInt32] = []
                if log.isLive {
                    try log.walk(groundwork.logPath, sealer, safe: &safe, replaced: &replaced, faults: &faults)
                }
                if faults.isEmpty {
                    let most = Int(mark.pages) + Groundwork.growth(of: groundwork.logPath)
                    root = try groundwork.tags(most: most).wider(safe[...]).outside ^ mark.root
                }
            } catch let VaultError.damaged(place) {
                faults.append(Fault(place: place, what: "was altered, cut or lost"))
            }
            let survey = PageSurvey(
                database: groundwork.database, sealer: try Sealer(key: groundwork.keys.page, epoch: groundwork.epoch))
            let pages = try survey.faults(except: replaced, progress: progress)
            // A page that does not open is why the sum is another, as far as can be told.
            if let root, root != .zero, pages.isEmpty {
                faults.append(Fault(place: .root, what: "do not all belong to the newest state"))
            }
            return faults + pages
        } catch let failure as SystemFailure { throw failure.error }
    }
}

extension LogState {
    /// Opens every frame of a log, notes the pages that stand in it and in the frames that were `safe`, and those of the
    /// latter that do not open.
    fileprivate func walk(
        _ path: String, _ sealer: Sealer, safe pages: inout [UInt32], replaced: inout Set<Int>, faults: inout [Fault]
    ) throws {
        let file = try RawFile(path, O_RDWR)
        for index in 0..<max(0, try file.size() - Layout.logStart) / Layout.frameSize {
            var frame = try file.read(Layout.frameSize, at: LogFile.place(of: index))
            if unsafe frame.withUnsafeMutableBytes({ unsafe sealer.open($0, as: .frame(index, of: number)) }) != nil {
                let page = UInt32(bigEndian: frame, at: 0)
                replaced.insert(Int(page))
                if index < Int(safe) { pages.append(page) }
                let isEnd = unsafe frame.withUnsafeBytes { frame in
                    unsafe frame.loadUnaligned(fromByteOffset: frame.count - Layout.tagSize, as: BlockTag.self)
                        == safeEnd
                }
                if index + 1 == Int(safe), !isEnd {
                    faults.append(Fault(place: .frame(index + 1), what: "is of an earlier moment"))
                }
            } else if index < Int(safe) {
                faults.append(Fault(place: .frame(index + 1), what: "was altered, moved or lost"))
            }
        }
    }
}
