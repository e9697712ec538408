// A chart drawn: bars whose lengths are shares of the width, so that words keep their size on every screen.

extension Chart {
    /// The drawing with its key.
    func svg(_ number: Int) -> String {
        var place = 4
        var marks = ""
        for row in rows {
            for line in Self.lines(row.label) {
                place += 19
                marks += "<text class=\"label\" x=\"0\" y=\"\(place - 4)\">\(markup(line))</text>\n"
            }
            for bar in row.bars {
                if bar.to > bar.from {
                    marks +=
                        "<rect class=\"\(bar.kind.rawValue)\" x=\"\(share(bar.from))%\" y=\"\(place + 1)\" "
                        + "width=\"\(share(bar.to - bar.from))%\" height=\"16\"/>\n"
                }
                marks +=
                    "<text class=\"end\" x=\"\(share(bar.to))%\" dx=\"6\" y=\"\(place + 14)\">\(markup(bar.words))</text>\n"
                place += 20
            }
            place += 8
        }
        var page = "<figure>\n<svg role=\"img\" aria-labelledby=\"chart-\(number)-title chart-\(number)-words\" "
        page += "width=\"100%\" height=\"\(place)\" xmlns=\"http://www.w3.org/2000/svg\">\n"
        page += "<title id=\"chart-\(number)-title\">Chart: \(markup(title))</title>\n"
        page += "<desc id=\"chart-\(number)-words\">\(markup(summary))</desc>\n"
        page += "<line class=\"axis\" x1=\"0\" x2=\"0\" y1=\"0\" y2=\"\(place)\"/>\n" + marks + "</svg>\n"
        if !key.isEmpty {
            let keys = key.map {
                "<li><svg aria-hidden=\"true\" width=\"22\" height=\"14\"><rect class=\"\($0.kind.rawValue)\" x=\"1\" y=\"1\" "
                    + "width=\"20\" height=\"12\"/></svg> \(markup($0.words))</li>"
            }
            page += "<figcaption><ul class=\"key\">\(keys.joined())</ul></figcaption>\n"
        }
        return page + "</figure>\n"
    }

    /// A number as hundredths of a percent of the room that bars have, written with two places.
    private func share(_ count: Int) -> String {
        let most = Double(self.most)
        let hundredths = Int((Double(max(0, count)) / most * Double(Self.room)).rounded())
        let rest = hundredths % 100
        return "\(hundredths / 100).\(rest < 10 ? "0" : "")\(rest)"
    }

    /// How much of the width bars take, in hundredths of a percent: the rest is for the numbers at their ends.
    private static let room = 7_800

    /// A label in lines that a narrow screen holds.
    static func lines(_ label: String) -> [String] {
        var lines: [String] = []
        var line = ""
        for word in visible(label, oneLine: true).split(separator: " ") {
            var rest = String(word)
            while rest.count > width {
                if !line.isEmpty { lines.append(line) }
                line = ""
                lines.append(String(rest.prefix(width)))
                rest = String(rest.dropFirst(width))
            }
            if !line.isEmpty, line.count + 1 + rest.count > width {
                lines.append(line)
                line = rest
            } else {
                line += (line.isEmpty ? "" : " ") + rest
            }
        }
        return line.isEmpty && !lines.isEmpty ? lines : lines + [line]
    }

    private static let width = 40
}
