// Holds the room's place until its first type stands here.
