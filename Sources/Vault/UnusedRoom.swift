// What SQLite leaves lying in a page that it no longer uses.

extension UnsafeMutableRawBufferPointer {
    /// Fills with zero the room of a b-tree page between its pointers and its cells; any other page stays as it is.
    ///
    /// SQLite's `secure_delete` clears cells that are removed, but not where cells stood before they moved to a sibling
    /// page: a deleted key or salt could be read there for years. Nothing reads this room, so clearing it changes
    /// nothing for SQLite.
    ///
    /// The page is in the clear; `number` is its own, as page 1 begins with the file's header. Only b-tree pages begin
    /// with one of the four kinds: other pages begin with a page's number, which is below 2^25
    /// (``Layout/mostPages``), or are empty.
    func clearUnusedRoom(ofPage number: Int) {
        let start = number == 1 ? 100 : 0
        guard count >= Layout.textSize, let kind = PageKind(rawValue: unsafe self[start]) else { return }
        let pointers = unsafe start + kind.headerSize + 2 * number16(at: start + 3)
        let cells = unsafe number16(at: start + 5)
        guard pointers <= cells, cells <= Layout.textSize else { return }
        unsafe UnsafeMutableRawBufferPointer(rebasing: self[pointers..<cells]).wipe()
    }

    private func number16(at place: Int) -> Int { unsafe Int(self[place]) << 8 | Int(self[place + 1]) }
}

/// The first byte of a b-tree page.
private enum PageKind: UInt8 {
    case inner = 5
    case innerOfIndex = 2
    case leaf = 13
    case leafOfIndex = 10

    var headerSize: Int {
        switch self {
        case .inner, .innerOfIndex: 12
        case .leaf, .leafOfIndex: 8
        }
    }
}
