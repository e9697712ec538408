// On a full disk: changes stop, looking goes on from the reserve, and both are said plainly.
import Vault

extension CaseStore {
    /// Does what the log of who looks needs, and does it again after the reserve gave way where the disk was full.
    ///
    /// Throws ``StoreError`` when the reserve is used up; then nothing may be shown.
    func fromReserve<Result>(_ body: () throws -> Result) throws -> Result {
        var step = Reserve.step
        while true {
            do {
                return try body()
            } catch VaultError.full {
                guard reserve != nil else { throw VaultError.full }
                guard reserve?.giveWay(step) == true else { throw StoreError(.inputOutput, usedUp) }
                step *= 2
            }
        }
    }

    /// Refuses a change while the reserve cannot be made whole: what is left of the disk is for the log of who looks.
    func demandRoom() throws {
        guard reserve?.isWhole == false else { return }
        reserve?.fill()
        if reserve?.isWhole == false { throw StoreError(.inputOutput, shortage) }
    }

    /// Tells the user that changes will be refused, where an opening left the reserve short.
    func tellShortage() {
        if isWritable, reserve?.isWhole == false { notes.append(shortage) }
    }

    /// Puts the log into the pages and lets the store go; what the log took of the reserve goes back to it.
    ///
    /// Everything that was acknowledged is safe in the log. Where the disk is so full that the pages cannot take it, the
    /// log stays, and the next opening finds it.
    func putDown() throws {
        if isWritable {
            _ = try? fromReserve { try vault.drain() }
            if reserve?.isWhole == false { reserve?.fill() }
        }
        do { try vault.close() } catch VaultError.full {}
    }

    /// What is said while the reserve is not whole.
    var shortage: String {
        guard let reserve, !reserve.isBarred else {
            return
                "The reserve for the log of who looks cannot be made: \(directory)/reserve is not a file that this account "
                + "may write. Until it is put right nothing can be changed; looking goes on while there is room."
        }
        return
            "The disk is full: nothing can be changed. Looking goes on, for about \(reserve.looksLeft) more looks, from "
            + "what is kept back for the log. Whoever looks after this machine must free at least \(reserve.lack) MiB on the "
            + "disk that holds \(directory); then everything goes on by itself."
    }

    /// What is said when not even a look can be logged any more.
    private var usedUp: String {
        "The disk is full, and so is what was kept back for the log of who looks: nothing is shown, because it could not be "
            + "logged. Nothing is lost. Whoever looks after this machine must free at least \(reserve?.lack ?? 1) MiB on the "
            + "disk that holds \(directory); then everything goes on by itself."
    }
}
