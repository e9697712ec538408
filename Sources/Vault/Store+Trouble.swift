// Between the failures of the system, SQLite's codes and the errors our callers see.
import CSQLite
import SQLite

extension Store {
    /// Remembers `error` and answers the code that SQLite is told: that the disk is full, or `code`.
    func code(for error: any Error, else code: Int32) -> Int32 {
        guard let failure = error as? SystemFailure else {
            note((error as? VaultError) ?? .system(0))
            return code
        }
        note(failure.error)
        return failure.code(code)
    }

    /// Turns what SQLite says into what happened here, where that is known.
    func explain(_ error: SQLiteError) -> any Error {
        switch error.category {
        case .full: return VaultError.full
        case .corrupt: return VaultError.damaged(.structure)
        case .notADatabase: return VaultError.damaged(.page(1))
        case .inputOutput, .cannotOpen: return lastTrouble ?? VaultError.system(error.code)
        case .busy, .unique, .foreignKey, .check, .constraint, .readOnly, .interrupted, .outOfMemory, .tooBig, .refused,
            .misuse, .other:
            return error
        }
    }
}
