// The case file's failures as the terminal says them.

import CaseStore

extension StoreError: Failure {
    var exit: Exit {
        switch kind {
        case .missing: .noInput
        case .exists: .cannotCreate
        case .busy: .tryAgain
        case .notRecognised, .notPermitted: .notPermitted
        case .badData: .data
        case .damaged, .newer, .outdated, .inputOutput: .io
        case .fault: .software
        }
    }
}
