// Bytes cut into lines, however they arrive.

import Interchange
import Testing

@Suite struct `Lines from bytes` {
    private func lines(_ bytes: [UInt8], inPiecesOf size: Int, most: Int = 1000) -> [LineReader.Line] {
        var reader = LineReader(most: most)
        var lines: [LineReader.Line] = []
        var start = 0
        while start < bytes.count {
            reader.feed(bytes[start..<min(start + size, bytes.count)])
            while let line = reader.next() { lines.append(line) }
            start += size
        }
        if let line = reader.last() { lines.append(line) }
        return lines
    }

    @Test(arguments: 1...20)
    func `are the same in pieces of any size`(size: Int) {
        let text = "one\n\nthree, longer\nfour\r\n" + String(repeating: "5", count: 40) + "\nsix"
        let lines = lines(Array(text.utf8), inPiecesOf: size, most: 30)
        #expect(lines.map(\.number) == [1, 2, 3, 4, 5, 6])
        let texts = lines.map { line in line.bytes.map { String(decoding: $0, as: UTF8.self) } }
        #expect(texts == ["one", "", "three, longer", "four\r", nil, "six"])
    }

    @Test func `end with the last line feed`() {
        #expect(lines(Array("one\ntwo\n".utf8), inPiecesOf: 3).count == 2)
        #expect(lines([], inPiecesOf: 3).isEmpty)
        #expect(lines(Array("\n".utf8), inPiecesOf: 1).map(\.number) == [1])
    }

    @Test func `that are too long at the end of the file are still told of`() {
        let long = lines([UInt8](repeating: 65, count: 99), inPiecesOf: 7, most: 10)
        #expect(long == [LineReader.Line(number: 1, bytes: nil)])
    }
}
