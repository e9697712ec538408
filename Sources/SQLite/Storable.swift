// What can be bound to a statement and read back from a column.

/// A type whose values can stand in a column.
///
/// An enum or struct with a storable raw value needs nothing but `extension Stage: Storable {}`.
package protocol Storable {
    /// The value as SQLite is to store it.
    var stored: Value { get }

    /// Reads the value back, or nil if the column holds something else.
    init?(stored: Value)
}

extension Value: Storable {
    package var stored: Value { self }

    package init?(stored: Value) { self = stored }
}

extension Int64: Storable {
    package var stored: Value { .integer(self) }

    package init?(stored: Value) {
        guard case .integer(let number) = stored else { return nil }
        self = number
    }
}

extension Int: Storable {
    package var stored: Value { .integer(Int64(self)) }

    package init?(stored: Value) {
        guard case .integer(let number) = stored else { return nil }
        self.init(exactly: number)
    }
}

extension Int32: Storable {
    package var stored: Value { .integer(Int64(self)) }

    package init?(stored: Value) {
        guard case .integer(let number) = stored else { return nil }
        self.init(exactly: number)
    }
}

extension UInt32: Storable {
    package var stored: Value { .integer(Int64(self)) }

    package init?(stored: Value) {
        guard case .integer(let number) = stored else { return nil }
        self.init(exactly: number)
    }
}

extension Double: Storable {
    package var stored: Value { .real(self) }

    package init?(stored: Value) {
        guard case .real(let number) = stored else { return nil }
        self = number
    }
}

extension Bool: Storable {
    package var stored: Value { .integer(self ? 1 : 0) }

    package init?(stored: Value) {
        switch stored {
        case .integer(0): self = false
        case .integer(1): self = true
        case .null, .integer, .real, .text, .blob: return nil
        }
    }
}

extension String: Storable {
    package var stored: Value { .text(self) }

    package init?(stored: Value) {
        guard case .text(let text) = stored else { return nil }
        self = text
    }
}

extension [UInt8]: Storable {
    package var stored: Value { .blob(self) }

    package init?(stored: Value) {
        guard case .blob(let bytes) = stored else { return nil }
        self = bytes
    }
}

extension Optional: Storable where Wrapped: Storable {
    package var stored: Value { self?.stored ?? .null }

    package init?(stored: Value) {
        guard stored != .null else {
            self = .none
            return
        }
        guard let value = Wrapped(stored: stored) else { return nil }
        self = .some(value)
    }
}

extension Storable where Self: RawRepresentable, RawValue: Storable {
    package var stored: Value { rawValue.stored }

    package init?(stored: Value) {
        guard let raw = RawValue(stored: stored) else { return nil }
        self.init(rawValue: raw)
    }
}
