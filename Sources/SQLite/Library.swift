// SQLite itself, made ready before it is used for the first time in a process.
import CSQLite

/// What is set for the whole of SQLite, once.
package enum Library {
    /// Whether everything could be set; only the first use of the library in a process comes early enough.
    ///
    /// To be asked for before anything of SQLite is called.
    package static let isReady: Bool = {
        // Memory is wiped when SQLite gives it back: it held pages and values of a case file.
        let wipes = dw_config_wiping_heap() == SQLITE_OK
        // The journal of a single statement stays in memory, however large: it would go to a file in the clear. Where
        // somebody was first, the vault's own file system still refuses that file.
        return dw_config_number(SQLITE_CONFIG_STMTJRNL_SPILL, -1) == SQLITE_OK && wipes
    }()
}
