// What can go wrong with slots, accounts and grants, and the sentence that says so.

/// A failure to sign in, or a fault found in the accounts.
///
/// No case holds a name, a passphrase or a key.
package enum KeyRingError: Error, Hashable, Sendable, CustomStringConvertible {
    /// The user is not known or the passphrase is wrong; which of the two is not said.
    case notRecognised
    /// The slot file is not in its form.
    case malformedSlotFile
    /// The slot file was written by a newer program.
    case newerSlotFile(Int64)
    /// The slot file is not as the program left it.
    case alteredSlotFile
    /// The slot file belongs to another store.
    case foreignSlotFile
    /// The file of failed sign-ins is not in its form.
    case malformedAttempts
    /// A row of the account list is not as the program left it; the payload says what was found.
    case altered(String)
    /// The account list holds something that only a newer program knows.
    case newerAccounts(String)
    /// The account is suspended or revoked.
    case accountClosed
    /// Only a custodian may do this.
    case notCustodian
    /// Only who holds the compartment may grant it.
    case notHolder(String)
    /// There is no such account.
    case noSuchAccount
    /// There is no such appointment to take back.
    case noSuchAppointment
    /// Several appointments are meant, of different first days.
    case severalAppointments
    /// Nobody can be appointed so; the payload says why.
    case unusableAppointment(String)
    /// There is already an account of that name.
    case nameTaken
    /// The name is empty, too long or holds control characters.
    case unusableName
    /// There is no such compartment.
    case noSuchCompartment(String)
    /// The last active custodian cannot be closed.
    case lastCustodian
    /// The account whose key every slot pins cannot be closed before it has been handed over.
    case pinnedCustodian
    /// After this change some row would no longer chain to a trusted key.
    case hangsFromItself
    /// What was typed is not a recovery key; the payload says what is wrong with it.
    case notARecoveryKey(String)
    /// A recovery key or share was mistyped; the payload is a sentence that says which, and in which group.
    case mistypedRecovery(String)
    /// One share was brought where two are needed.
    case oneShare(Int)
    /// The same share was brought twice.
    case sameShare(Int)
    /// Two shares that belong to different recovery keys.
    case mixedShares
    /// A share is in its form but is not this store's.
    case foreignShare(Int)
    /// The recovery key opens the store but was made before recovery keys could appoint a custodian.
    case recoveryCannotAppoint
    /// Only a custodian whose key every slot trusts may do this.
    case notTrustedCustodian
    /// The recovery key is in its form but is not this store's.
    case foreignRecoveryKey
    /// A sealed value is of a compartment that is not open to this user.
    case compartmentClosed(String)
    /// A wrapped key is not in its form, or is not of this store, subject or compartment.
    case unusableWrappedKey

    package var description: String {
        switch self {
        case .notRecognised: "The user is not known or the passphrase is wrong."
        case .malformedSlotFile: "The slot file is damaged: it cannot be read. Restore a backup."
        case .newerSlotFile(let version): "The slot file has version \(version), which needs a newer program."
        case .alteredSlotFile: "The slot file has been altered outside the program."
        case .foreignSlotFile:
            "The slot file and case.db belong to different stores: the files of two stores are mixed up. Put the right one "
                + "back, or restore a backup whole."
        case .malformedAttempts: "The file of failed sign-ins is damaged."
        case .altered(let what): "The account list has been altered outside the program: \(what)."
        case .newerAccounts(let what): "The account list holds \(what), which needs a newer program."
        case .accountClosed: "This account is suspended or revoked."
        case .notCustodian: "Only an active custodian may do this."
        case .notHolder(let compartment): "Only a holder of the compartment ‘\(compartment)’ may grant it."
        case .noSuchAccount: "There is no such account."
        case .noSuchAppointment: "There is nothing such to take back."
        case .severalAppointments: "Several of these stand, from different days: say --from the first day of which."
        case .unusableAppointment(let fault): "This cannot be: \(fault)."
        case .nameTaken: "There is already an account of that name."
        case .unusableName: "An account's name has 1 to 64 characters, none of them a control character."
        case .noSuchCompartment(let name): "There is no compartment ‘\(name)’."
        case .lastCustodian: "This is the last active custodian: make another one first."
        case .pinnedCustodian: "Every slot trusts this custodian's key: hand over to another custodian first."
        case .hangsFromItself: "Another custodian must do this: an account cannot vouch for itself."
        case .notARecoveryKey(let fault): "This is not a recovery key: \(fault)."
        case .mistypedRecovery(let sentence): sentence
        case .oneShare(let number): "This is share \(number) of three: a second share is needed with it."
        case .sameShare(let number): "Both are share \(number): two different shares are needed."
        case .mixedShares:
            "The two shares belong to different recovery keys: one of them is of another store, or from before the key "
                + "was renewed."
        case .foreignShare(let number):
            "Share \(number) is not one of this store's: it is of another store, or from before the recovery key was "
                + "renewed."
        case .recoveryCannotAppoint:
            "This recovery key was made by an earlier program: it opens the keys, but it cannot appoint a custodian. "
                + "A custodian who can sign in makes a new one with ‘recovery renew’."
        case .notTrustedCustodian:
            "Only a custodian whose key every slot trusts may do this: the first one, or whom they trust by ‘user trust’."
        case .foreignRecoveryKey: "This recovery key is not the one of this store."
        case .compartmentClosed(let name): "The compartment ‘\(name)’ is not open to this account."
        case .unusableWrappedKey: "A wrapped key is damaged, or was moved from another place."
        }
    }
}
