// What an attacker may have copied of a store over time, and what the store truly holds at the end.
import SQLite
import Vault

/// The files of a store at many moments, up to the last.
struct Past {
    /// One moment: the files as they stood, and how many commits had been made.
    struct Moment {
        let files: Disk.Image
        let turn: Int
    }

    /// Moments that the attacker copied, oldest first; the last of them is over.
    let copied: [Moment]

    /// The files as they truly are now.
    let present: Moment

    /// What the store held after each commit.
    let truth: [[UInt8]]

    /// A log that was begun from the same moment as the present one and of which a crash left nothing.
    let lost: [UInt8]

    /// The files of another store under the same key.
    let other: Disk.Image

    /// Works on a store for a while; at rest at the end, or with a log that is needed, of which a crash may have left a
    /// part in the pages.
    init(seed: UInt64, atRest: Bool) throws {
        var random = Seeded(seed)
        let scratch = try Scratch()
        try Casework.stock(scratch, rows: 120)
        let mishaps = Mishaps()
        let work = try Casework(scratch, seed: seed, mishaps: mishaps)
        var copied: [Moment] = []
        func copy() { copied.append(Moment(files: scratch.files, turn: work.turn)) }
        for step in 0..<12 {
            copy()
            try work.commit(Int.random(in: 1...12, using: &random))
            switch Int.random(in: 0..<5, using: &random) {
            case 0, 1: try work.vault.checkpoint()
            case 2: try work.reopen()
            default: break
            }
            if step == 9, Bool.random(using: &random) { try work.reopen() }
        }
        try work.vault.checkpoint()
        try work.commit(2)
        copy()
        // A crash takes the next commits back; the attacker has seen them.
        let branch = try Scratch()
        branch.put(scratch.files)
        let undone = try Casework(branch, seed: seed + 1)
        for _ in 0..<4 { try undone.commit(10) }
        lost = branch.files["case.db-wal"] ?? []
        for _ in 0..<3 { try work.commit(4) }
        self.copied = copied
        truth = work.moments
        var files = scratch.files
        if atRest {
            try work.vault.close()
            files = scratch.files
        } else if Int.random(in: 0..<3, using: &random) == 0 {
            // The power went in the middle of a checkpoint.
            var disk = Disk(files)
            mishaps.startRecord()
            try work.vault.checkpoint()
            let acts = mishaps.acts
            for act in acts.prefix(Int.random(in: 0...acts.count, using: &random)) { disk.take(act) }
            files = disk.image(Disk.Fate.allCases.randomElement(using: &random) ?? .some, using: &random)
        }
        present = Moment(files: files, turn: work.turn)
        let another = try Scratch()
        try Casework.stock(another, rows: 150, storeID: [UInt8](repeating: 3, count: 16))
        let vault = try Vault.open(at: another.folder, storeID: [UInt8](repeating: 3, count: 16), key: another.key())
        try vault.connection.transaction { try $0.run("UPDATE work SET turn = 1000") }
        other = another.files
    }
}
