// The folder of a demonstration that may have to be taken away again.

import FoundationEssentials

/// What stood in the store's folder before the demonstration began.
struct DemoFolder {
    private let path: String
    private let before: Set<String>?

    init(_ path: String) {
        self.path = path
        before = (try? FileManager.default.contentsOfDirectory(atPath: path)).map(Set.init)
    }

    /// Removes what has come into being since, and the folder itself if it was not there.
    func removeWhatWasMade() {
        guard let before else {
            try? FileManager.default.removeItem(atPath: path)
            return
        }
        for name in (try? FileManager.default.contentsOfDirectory(atPath: path)) ?? [] where !before.contains(name) {
            try? FileManager.default.removeItem(atPath: "\(path)/\(name)")
        }
    }
}
