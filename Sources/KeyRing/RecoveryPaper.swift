// The recovery key, or a share of it, as it is printed and typed: every group checks itself.
internal import Cryptography

/// A private key on paper: fifteen groups of five characters, the fifth of which checks the four before it.
///
/// As numbers of five bits: edition, number of the share (0 for a whole key), the set's mark (2), the key (52), and a check
/// over all of it (4); then one more after every four of these. `docs/formats-keys.md` gives the sums.
package struct RecoveryPaper: ~Copyable, Sendable {
    /// Which share it is, from 1; 0 for a whole key.
    package let number: Int
    /// Which recovery key it belongs to, in ten bits.
    let mark: UInt16
    let key: AgreementKey

    private static let edition: UInt8 = 2
    private static let groupCount = 15
    /// How many characters the one form had that the first edition printed.
    private static let firstEditionCount = 56

    init(number: Int, mark: UInt16, key: consuming AgreementKey) {
        (self.number, self.mark) = (number, mark)
        self.key = key
    }

    /// Reads what was printed: letters of either case, with groups apart or not.
    ///
    /// - Parameter place: Which of those that were given it is, from 1, to speak of it where it does not say itself.
    /// - Throws: `KeyRingError.mistypedRecovery` naming the share and the group; `notARecoveryKey`.
    package init(reading text: String, place: Int = 1) throws {
        let words = text.split { $0 == "-" || $0.isWhitespace }.map { Array($0.utf8) }
        let typed = words.flatMap(\.self)
        if typed.count == Self.firstEditionCount {
            let key = try RecoveryKey(firstEdition: text)
            self.init(number: 0, mark: try Self.mark(of: key.key.publicKey), key: try key.key.copy())
            return
        }
        guard typed.count == Self.groupCount * 5 else { throw Self.wrongLength(words, place: place) }
        let groups = (0..<Self.groupCount).map { typed[$0 * 5..<$0 * 5 + 5].map(Base32.number) }
        let wrong = groups.indices.filter { !Self.holds(groups[$0], at: $0) }
        let head = groups[0].compactMap(\.self)
        let name = wrong.contains(0) ? Self.ordinal(place) : Self.name(Int(head[1]))
        guard wrong.isEmpty else {
            let list = wrong.map { String($0 + 1) }.joined(separator: ", ")
            throw KeyRingError.mistypedRecovery(
                "\(name) is mistyped in group\(wrong.count == 1 ? "" : "s") \(list).")
        }
        guard head[0] == Self.edition, head[1] <= 3 else {
            throw KeyRingError.notARecoveryKey("it was printed by a newer program, or is something else")
        }
        let numbers = groups.flatMap { $0.dropLast().compactMap(\.self) }
        let mark = UInt16(head[2]) << 5 | UInt16(head[3])
        guard let bytes = Base32.bytes(Base32.text(numbers: numbers[4..<56])), bytes.count == 32 else {
            throw KeyRingError.mistypedRecovery("\(name) is mistyped in group 14.")
        }
        let secret = SecretBytes(copying: bytes)
        guard try Self.check(head[1], mark, secret) == Array(numbers[56...]) else {
            throw KeyRingError.mistypedRecovery("\(name) is mistyped in more than one place: check every group.")
        }
        self.init(number: Int(head[1]), mark: mark, key: try AgreementKey(secret: secret))
    }

    /// What is printed.
    package borrowing func text() throws -> String {
        var numbers: [UInt8] = [Self.edition, UInt8(number), UInt8(mark >> 5), UInt8(mark & 31)]
        numbers += Base32.text(key.secret.plainCopy()).utf8.compactMap(Base32.number)
        numbers += try Self.check(UInt8(number), mark, key.secret)
        return (0..<Self.groupCount).map { place in
            let four = Array(numbers[place * 4..<place * 4 + 4])
            return Base32.text(numbers: four + [Self.sum(four, at: place)])
        }.joined(separator: "-")
    }

    /// The mark of a recovery key, the same on all its shares.
    static func mark(of key: AgreementPublicKey) throws -> UInt16 {
        let digest = try SHA256.hash(Array("dalesway recovery set v1\n".utf8) + key.bytes).bytes
        return UInt16(digest[0]) << 2 | UInt16(digest[1]) >> 6
    }

    /// Twenty bits over everything: against two mistakes that make up for each other.
    private static func check(_ number: UInt8, _ mark: UInt16, _ secret: borrowing SecretBytes) throws -> [UInt8] {
        var hash = try SHA256()
        let head = [edition, number, UInt8(mark >> 8), UInt8(mark & 0xFF)]
        try hash.update(Array("dalesway recovery paper v1\n".utf8) + head)
        try hash.update(secret)
        let digest = try hash.finish().bytes
        let bits = UInt32(digest[0]) << 12 | UInt32(digest[1]) << 4 | UInt32(digest[2]) >> 4
        return [15, 10, 5, 0].map { UInt8(bits >> $0 & 31) }
    }

    /// The check of a group: its four numbers weighed with the powers of 2 in the field of 32, and its place.
    ///
    /// One wrong character, two that changed places, and two groups that did, are always found.
    private static func sum(_ four: [UInt8], at place: Int) -> UInt8 {
        // Horner's rule; doubling is modulo x^5 + x^2 + 1.
        four.reduce(0) { doubled($0 ^ $1) } ^ UInt8(place + 1)
    }

    private static func doubled(_ number: UInt8) -> UInt8 {
        let shifted = number << 1
        return shifted > 31 ? (shifted ^ 0b100101) & 31 : shifted
    }

    private static func holds(_ group: [UInt8?], at place: Int) -> Bool {
        let numbers = group.compactMap(\.self)
        return numbers.count == 5 && sum(Array(numbers[..<4]), at: place) == numbers[4]
    }

    private static func wrongLength(_ words: [[UInt8]], place: Int) -> KeyRingError {
        let count = words.reduce(0) { $0 + $1.count }
        guard count > 40, count < 90 else {
            return .notARecoveryKey("it must have 75 characters, in 15 groups of five")
        }
        var name = ordinal(place)
        if let head = words.first?.map(Base32.number), holds(head, at: 0), let number = head[1] {
            name = self.name(Int(number))
        }
        if words.count == groupCount, let odd = words.firstIndex(where: { $0.count != 5 }) {
            return .mistypedRecovery(
                "\(name) is mistyped in group \(odd + 1): it has \(words[odd].count) characters, not 5.")
        }
        return .mistypedRecovery("\(name) has \(count) characters where there must be 75, in 15 groups of five.")
    }

    private static func name(_ number: Int) -> String { number == 0 ? "The recovery key" : "Recovery share \(number)" }

    private static func ordinal(_ place: Int) -> String {
        place == 1 ? "The recovery key or share that was given first" : "The recovery share that was given second"
    }
}
