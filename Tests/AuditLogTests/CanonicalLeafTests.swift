// Leaves and details measured by another's canonical JSON: PyPI's rfc8785, where scripts/install --tests has put it.
import AuditLog
import Cryptography
import Foundation
import Testing

@Suite struct CanonicalLeafTests {
    private static let python = ".build/verifiers/bin/python"

    /// Reads the lines of a file, each base64, and says how many are not what rfc8785 makes of their content.
    private static let judge = """
        import base64, json, sys, rfc8785
        contents = [base64.b64decode(line) for line in open(sys.argv[1], encoding="ascii")]
        print(len(contents), sum(rfc8785.dumps(json.loads(content)) != content for content in contents))
        """

    @Test(.enabled(if: FileManager.default.isExecutableFile(atPath: python)))
    func `random leaves and details are canonical by another's measure`() throws {
        var random = Seeded(state: 62)
        let count = Soak.count(2_000, 100_000)
        var hash = try TreeHash()
        let reader = Part.Reader.subject(7, try LogKey())
        var lines = Data()
        for place in 0..<count {
            let detail = Self.detail(&random)
            // Now and then one with more parts than a leaf lists.
            let parts = place % 500 == 0 ? 65 : Int.random(in: 0...3, using: &random)
            let entry = Entry(
                actor: Self.text(&random), verb: try #require(Verb.allCases.randomElement(using: &random)),
                at: Int64.random(in: 0..<1 << 53, using: &random),
                why: Bool.random(using: &random) ? Self.text(&random) : nil,
                parts: Array(repeating: Part(detail, for: reader), count: parts))
            let seq = place % 2 == 0 ? place : Int.random(in: 0..<1 << 53, using: &random)
            for content in [try entry.sealed(at: seq, hash: &hash).bytes, detail.encoded] {
                lines.append(Data(content).base64EncodedData() + Data("\n".utf8))
            }
        }
        let file = FileManager.default.temporaryDirectory.appending(path: "leaves-\(UUID().uuidString)")
        try lines.write(to: file)
        defer { try? FileManager.default.removeItem(at: file) }
        let program = Process()
        program.executableURL = URL(fileURLWithPath: Self.python)
        program.arguments = ["-c", Self.judge, file.path]
        let answer = Pipe()
        program.standardOutput = answer
        try program.run()
        let said = String(decoding: try answer.fileHandleForReading.readToEnd() ?? Data(), as: UTF8.self)
        program.waitUntilExit()
        #expect(said == "\(2 * count) 0\n")
        #expect(program.terminationStatus == 0)
    }

    /// A few characters, of those that canonical JSON treats in different ways: control characters, quotes, four bytes.
    private static func text(_ random: inout Seeded) -> String {
        let characters: [ClosedRange<UInt32>] = [
            0x20...0x7E, 0x20...0x7E, 0x00...0x1F, 0x7F...0x9F, 0xA0...0x24F, 0x2010...0x2030, 0xE000...0xFFFD,
            0x10000...0x1F6FF,
        ]
        var text = "u-"
        for _ in 0..<Int.random(in: 0...9, using: &random) {
            guard let range = characters.randomElement(using: &random),
                let scalar = Unicode.Scalar(UInt32.random(in: range, using: &random))
            else { continue }
            text.unicodeScalars.append(scalar)
        }
        return text
    }

    private static func detail(_ random: inout Seeded) -> CanonicalValue {
        var members: [String: CanonicalValue] = [:]
        for _ in 0..<Int.random(in: 1...5, using: &random) {
            members[text(&random)] =
                switch Int.random(in: 0..<4, using: &random) {
                case 0: .text(text(&random))
                case 1: .number(Int64.random(in: 0..<1 << 53, using: &random))
                case 2: .list([.text(text(&random)), .number(0)])
                default: .object([text(&random): .text("")])
                }
        }
        return .object(members)
    }
}
