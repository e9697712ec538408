// Numbers from elsewhere as far as they are told by one characteristic.

extension Sourced {
    /// Those of the numbers that are told by a characteristic: the parts of that dimension, or the series of that name.
    package func told(by characteristic: Characteristic) -> Sourced {
        let told =
            if let dimension = characteristic.dimension {
                numbers.filter { $0.key.category?.dimension == dimension }
            } else {
                numbers.filter { characteristic == .daysToFirstOffer && $0.key.series == .daysToOffer }
            }
        return Sourced(Series.allCases, told)
    }
}
