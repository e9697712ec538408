// A day as it is written in a sentence.

extension Day {
    /// The day as it stands in a sentence: `31 October 2018`.
    package var words: String {
        let months = [
            "January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
            "November",
            "December",
        ]
        return "\(dayOfMonth) \(months[month - 1]) \(year)"
    }
}
