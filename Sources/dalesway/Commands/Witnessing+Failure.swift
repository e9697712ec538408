// A witness's failures as the terminal says them.

import AuditLog
import Witnessing

extension WitnessError: Failure {
    var sentence: String { description }

    var exit: Exit {
        switch self {
        case .missing: .noInput
        case .exists: .cannotCreate
        case .unusableName, .unknownLog, .otherKey: .data
        case .wrongPassphrase, .denied: .notPermitted
        case .damaged, .newer, .inputOutput: .io
        case .busy: .tryAgain
        }
    }
}

extension WitnessRefusal: Failure {
    var sentence: String { description }

    var exit: Exit {
        switch self {
        case .emptyLog, .otherSize, .smaller: .data
        case .forked, .proofFails, .emergenciesFell: .io
        case .clockBehind: .configuration
        }
    }
}
