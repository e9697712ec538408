// Holds the tests' place.
