// What went wrong in the rooms below, in the case file's words.
import Cryptography
import KeyRing
import SQLite
import Vault

extension StoreError {
    init(_ error: VaultError) {
        let kind: Kind =
            switch error {
            case .missing: .missing
            case .alreadyThere: .exists
            case .notAStore, .foreign, .wrongKey, .damaged: .damaged
            case .newerFormat, .otherEpoch: .newer
            case .olderFormat: .damaged
            case .busy: .busy
            case .full, .system, .readOnly: .inputOutput
            case .denied: .notPermitted
            }
        let more = if case .damaged = error { " dalesway check says what else is; restore a backup." } else { "" }
        self.init(kind, "\(error)\(more)")
    }

    init(_ error: KeyRingError) {
        let kind: Kind =
            switch error {
            case .notRecognised, .accountClosed: .notRecognised
            case .malformedSlotFile, .alteredSlotFile, .foreignSlotFile, .malformedAttempts, .altered,
                .unusableWrappedKey:
                .damaged
            case .newerSlotFile, .newerAccounts: .newer
            case .notCustodian, .notTrustedCustodian, .notHolder, .compartmentClosed, .lastCustodian, .pinnedCustodian,
                .hangsFromItself:
                .notPermitted
            case .noSuchAppointment, .severalAppointments, .unusableAppointment, .noSuchAccount, .nameTaken,
                .unusableName, .noSuchCompartment, .notARecoveryKey, .foreignRecoveryKey,
                .mistypedRecovery, .oneShare, .sameShare, .mixedShares, .foreignShare, .recoveryCannotAppoint:
                .badData
            }
        self.init(kind, "\(error)")
    }

    init(_ error: SQLiteError) {
        let kind: Kind =
            switch error.category {
            case .full, .inputOutput, .cannotOpen, .readOnly, .outOfMemory: .inputOutput
            case .corrupt, .notADatabase: .damaged
            case .busy: .busy
            default: .fault
            }
        self.init(kind, "\(error)")
    }
}

extension KeyRingError {
    /// The code under which the log tells of what the keys refused to the account; nil if it was no refusal of a right.
    var refusedAct: String? {
        switch self {
        case .notCustodian: "not a custodian"
        case .notTrustedCustodian: "not a trusted custodian"
        case .notHolder(let compartment), .compartmentClosed(let compartment): "compartment \(compartment) not held"
        case .lastCustodian: "last custodian"
        case .pinnedCustodian: "trusted custodian"
        case .hangsFromItself: "custodian who appointed"
        case .notRecognised, .accountClosed, .malformedSlotFile, .alteredSlotFile, .foreignSlotFile, .malformedAttempts,
            .altered, .unusableWrappedKey, .newerSlotFile, .newerAccounts, .noSuchAppointment, .severalAppointments,
            .unusableAppointment, .noSuchAccount, .nameTaken, .unusableName, .noSuchCompartment, .notARecoveryKey,
            .foreignRecoveryKey, .mistypedRecovery, .oneShare, .sameShare, .mixedShares, .foreignShare,
            .recoveryCannotAppoint:
            nil
        }
    }
}

extension CryptographyError {
    /// Whether the cipher library failed, and not what it was given.
    var isOfTheProgram: Bool {
        switch self {
        case .libraryFailed, .noRandomness, .unacceptableCost: true
        case .wrongLength, .doesNotOpen, .unusablePublicKey: false
        }
    }
}
