// The names under which OpenSSL takes parameters, as text that stays where it is.

/// A parameter's name for OpenSSL, which keeps the pointer: a Swift `String` would be gone by the time it is read.
enum ParameterName {
    static let digest: StaticString = "digest"
    static let key: StaticString = "key"
    static let salt: StaticString = "salt"
    static let info: StaticString = "info"

    /// Lends the name as C text; it lives as long as the program.
    static func pointer(_ name: StaticString) -> UnsafePointer<CChar> {
        unsafe UnsafeRawPointer(name.utf8Start).assumingMemoryBound(to: CChar.self)
    }
}
