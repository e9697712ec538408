// Names of keys and logs, as signed notes allow them.

/// What a key's name may be (C2SP signed-note): not empty, no spaces, no plus sign, no control characters.
enum NoteName {
    static func isAllowed(_ name: String) -> Bool {
        !name.isEmpty
            && name.unicodeScalars.allSatisfy { !$0.properties.isWhitespace && $0 != "+" && $0.value >= 0x20 }
    }
}
