// Holds the tests' place until the room's first test stands here.
