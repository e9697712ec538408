// JSON values as text.

import Printing
import Testing

@Suite struct `JSON as text` {
    @Test func `keeps the order in which it was written`() {
        let value: JSON = ["z": 1, "a": [true, nil, "x", -3, []], "m": [:], "n": JSON(nil as String?)]
        #expect(value.text == #"{"z":1,"a":[true,null,"x",-3,[]],"m":{},"n":null}"#)
    }

    @Test func `escapes what JSON demands and what a terminal would obey`() {
        let value: JSON = .text("\"\\\n\r\t\u{0}\u{1B}\u{202E}\u{FEFF}é\u{1F9F5}\u{E0041}/")
        #expect(value.text == #""\"\\\n\r\t\u0000\u001b\u202e\ufeffé"# + "\u{1F9F5}" + #"\udb40\udc41/""#)
    }
}
