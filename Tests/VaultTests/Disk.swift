// What may stand on a disk after the power went, made from a record of what was asked of it.
import Vault

/// A disk as the system promises it: what was waited for is there, of the rest any part, each write perhaps torn.
struct Disk {
    /// The files by name, as they stand after a crash or are given before the record begins.
    typealias Image = [String: [UInt8]]

    /// What becomes of the acts that nobody waited for.
    enum Fate: CaseIterable {
        case none, all, early, late, some, torn
    }

    private struct File {
        var safe: [UInt8] = []
        var pending: [(number: Int, act: DiskAct)] = []
    }

    private enum Naming {
        case give(String, Int)
        case rename(String, String)
        case unlink(String)
    }

    private var files: [File] = []
    private var keys: [UInt64: Int] = [:]
    private var safeNames: [String: Int] = [:]
    private var names: [String: Int] = [:]
    private var pendingNames: [(number: Int, naming: Naming)] = []
    private var count = 0

    /// The last number that was acknowledged.
    private(set) var acknowledged = 0

    /// A disk on which these files stand, all of them safe.
    init(_ image: Image) {
        for (name, bytes) in image {
            safeNames[name] = files.count
            files.append(File(safe: bytes))
        }
        names = safeNames
    }

    /// Takes the next act of the record.
    mutating func take(_ act: DiskAct) {
        switch act {
        case .open(let file, let name, let isNew):
            if !isNew, let key = names[name] {
                keys[file] = key
            } else {
                keys[file] = files.count
                change(.give(name, files.count))
                files.append(File())
            }
        case .write(let file, _, _), .truncate(let file, _):
            if let key = keys[file] { files[key].pending.append((count, act)) }
        case .sync(let file, let upTo):
            guard let key = keys[file] else { break }
            for (_, act) in files[key].pending.prefix(while: { $0.number < upTo }) { Self.apply(act, &files[key].safe) }
            files[key].pending.removeAll { $0.number < upTo }
        case .rename(let from, let to): change(.rename(from, to))
        case .unlink(let name): change(.unlink(name))
        case .syncFolder(let upTo):
            for (_, naming) in pendingNames.prefix(while: { $0.number < upTo }) { Self.apply(naming, &safeNames) }
            pendingNames.removeAll { $0.number < upTo }
        case .acknowledged(let number): acknowledged = number
        }
        count += 1
    }

    /// The files as they may stand if the power goes now.
    func image(_ fate: Fate, using random: inout Seeded) -> Image {
        var named = safeNames
        // Names change in order; a later change does not overtake an earlier one.
        let kept: Int
        switch fate {
        case .none: kept = 0
        case .all: kept = pendingNames.count
        case .early, .late, .some, .torn: kept = Int.random(in: 0...pendingNames.count, using: &random)
        }
        for (_, naming) in pendingNames.prefix(kept) { Self.apply(naming, &named) }
        return named.mapValues { content(files[$0], fate, &random) }
    }

    private func content(_ file: File, _ fate: Fate, _ random: inout Seeded) -> [UInt8] {
        var bytes = file.safe
        let count = file.pending.count
        let cut = Int.random(in: 0...max(0, count), using: &random)
        for (place, (_, act)) in file.pending.enumerated() {
            switch fate {
            case .none: break
            case .all: Self.apply(act, &bytes)
            case .early where place == cut, .late where place == cut: Self.tear(act, &bytes, &random)
            case .early: if place < cut { Self.apply(act, &bytes) }
            case .late: if place > cut { Self.apply(act, &bytes) }
            case .some: if Bool.random(using: &random) { Self.apply(act, &bytes) }
            case .torn: Self.tear(act, &bytes, &random)
            }
        }
        // A file system may have made room for what it has not written yet.
        if fate != .none, Int.random(in: 0..<4, using: &random) == 0 {
            for case (_, .write(_, let place, let new)) in file.pending where bytes.count < place + new.count {
                bytes += [UInt8](repeating: 0, count: place + new.count - bytes.count)
            }
        }
        return bytes
    }

    private static func apply(_ act: DiskAct, _ bytes: inout [UInt8]) {
        switch act {
        case .write(_, let place, let new): put(new[...], at: place, &bytes)
        case .truncate(_, let size):
            if size < bytes.count {
                bytes.removeLast(bytes.count - size)
            } else {
                bytes += [UInt8](repeating: 0, count: size - bytes.count)
            }
        default: break
        }
    }

    /// Writes some of the sectors that an act touches, and leaves the others.
    private static func tear(_ act: DiskAct, _ bytes: inout [UInt8], _ random: inout Seeded) {
        guard case .write(_, let place, let new) = act else {
            if Bool.random(using: &random) { apply(act, &bytes) }
            return
        }
        let sector = 512
        let isOrdered = Bool.random(using: &random)
        var isWriting = Bool.random(using: &random)
        var start = place
        while start < place + new.count {
            let end = min((start / sector + 1) * sector, place + new.count)
            let isTurn = isOrdered ? Int.random(in: 0..<6, using: &random) == 0 : Bool.random(using: &random)
            if isTurn { isWriting.toggle() }
            if isWriting { put(new[start - place..<end - place], at: start, &bytes) }
            start = end
        }
    }

    private static func put(_ new: ArraySlice<UInt8>, at place: Int, _ bytes: inout [UInt8]) {
        if bytes.count < place + new.count {
            bytes += [UInt8](repeating: 0, count: place + new.count - bytes.count)
        }
        bytes.replaceSubrange(place..<place + new.count, with: new)
    }

    private mutating func change(_ naming: Naming) {
        Self.apply(naming, &names)
        pendingNames.append((count, naming))
    }

    private static func apply(_ naming: Naming, _ names: inout [String: Int]) {
        switch naming {
        case .give(let name, let key): names[name] = key
        case .rename(let from, let to):
            names[to] = names[from]
            names[from] = nil
        case .unlink(let name): names[name] = nil
        }
    }
}
