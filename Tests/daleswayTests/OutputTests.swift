// Stdout that may be closed at any moment.

import Glibc
import Testing

@testable import dalesway

@Suite struct `Standard output` {
    @Test func `ends quietly when the reader has gone`() {
        prepareProcess()
        var ends: [Int32] = [0, 0]
        unsafe pipe(&ends)
        close(ends[0])
        defer { close(ends[1]) }
        let output = Output(descriptor: ends[1])
        let error = #expect(throws: OutputError.self) {
            try output.write("answer\n")
            try output.flush()
        }
        #expect(error?.exit == .io && error?.sentence == "")
        #expect(throws: Never.self) { try output.flush() }
    }

    @Test(arguments: [(EIO, true), (EPIPE, true), (ENOSPC, false), (EBADF, false), (EINVAL, false)])
    func `says what went wrong where somebody may care`(cause: Int32, quiet: Bool) {
        #expect(OutputError(cause: cause).sentence.isEmpty == quiet)
    }

    @Test func `says when the disk is full`() {
        let full = unsafe open("/dev/full", O_WRONLY | O_CLOEXEC)
        defer { close(full) }
        let talk = Catch()
        let exit = sample.run(
            ["show", "INV-0001"], environment: Environment(["HOME": "/h"]), talk: Talk(descriptor: talk.descriptor),
            output: Output(descriptor: full))
        #expect(exit == .io && talk.text == "dalesway: the answer could not be written: the disk is full\n")
    }

    @Test func `keeps the order of what is written in pieces`() throws {
        let caught = Catch()
        let output = Output(descriptor: caught.descriptor)
        for number in 0..<20_000 { try output.write("\(number)\n") }
        try output.flush()
        #expect(caught.text == (0..<20_000).map { "\($0)\n" }.joined())
    }

    @Test func `is coloured only where somebody is looking and has not said no`() {
        func on(_ choice: Style.Choice?, _ terminal: Bool, _ environment: [String: String] = [:]) -> Bool {
            Style(choice, isTerminal: terminal, environment: Environment(environment)).isOn
        }
        #expect(on(nil, true) && on(.always, false) && !on(.never, true) && !on(nil, false))
        #expect(
            !on(nil, true, ["NO_COLOR": "1"]) && on(nil, true, ["NO_COLOR": ""]) && !on(nil, true, ["TERM": "dumb"]))
        #expect(Style(.always, isTerminal: false, environment: Environment([:])).heading("a") == "\u{1B}[1ma\u{1B}[0m")
    }
}
