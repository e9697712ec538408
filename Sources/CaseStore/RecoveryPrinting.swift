// In how many pieces the recovery key is printed, as a command line says it.
import KeyRing

/// How a recovery key is printed.
package enum RecoveryPrinting: String, CaseIterable, Sendable {
    /// One key: who holds it can open everything alone.
    case single
    /// Three shares, of which any two open what the key opens, and one alone nothing.
    case twoOfThree = "2of3"

    init(_ form: RecoveryForm) {
        switch form {
        case .whole: self = .single
        case .twoOfThree: self = .twoOfThree
        }
    }

    var form: RecoveryForm {
        switch self {
        case .single: .whole
        case .twoOfThree: .twoOfThree
        }
    }
}
