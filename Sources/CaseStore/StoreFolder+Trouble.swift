// Why case.db is not the store that the slot file opens: what lies in its place.
import Glibc
import Vault

extension StoreFolder {
    /// Opens the vault through `body`, and says more of a file that is no store than that it is none.
    func openingVault<Result>(_ body: () throws -> Result) throws -> Result {
        do {
            return try body()
        } catch VaultError.missing {
            throw StoreError(
                .damaged, "case.db is missing: only its slot file is here. Put case.db back, or restore a backup.")
        } catch VaultError.notAStore {
            throw StoreError(.damaged, "\(whatLiesHere) Nothing was changed; restore a backup.")
        } catch VaultError.foreign {
            throw StoreError(
                .damaged,
                "case.db belongs to another store than the slot file beside it: two stores were mixed up. Nothing was "
                    + "changed; put the two that belong together back.")
        }
    }

    private var whatLiesHere: String {
        var about = stat()
        guard unsafe stat(database, &about) == 0 else { return "case.db cannot be looked at." }
        let size = Int(about.st_size)
        if size == 0 { return "case.db is empty: everything in it was lost." }
        let start = (try? read(database, most: .max, first: 4_096)) ?? []
        if start.allSatisfy({ $0 == 0 }) { return "case.db holds nothing but zeros where it should begin." }
        if size < 4_096, start.starts(with: Array("Dalesway".utf8)) {
            return "case.db was cut off: only \(size) bytes of it are left."
        }
        return "case.db is not a store of this program: something else lies in its place."
    }
}
