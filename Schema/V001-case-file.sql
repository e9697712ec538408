-- The shape of a case file, first edition. A script that has shipped is never edited: the next shape is the next script.
-- Days count from 1970-01-01; moments are milliseconds of UTC. An interval is half open: [from, to).
-- What is personal and not needed to count or to order stands in a `box`, sealed under a key that this file does not hold.

CREATE TABLE store (
    name TEXT NOT NULL PRIMARY KEY,
    value ANY NOT NULL
) STRICT, WITHOUT ROWID;

-- Accounts, grants, compartments, recovery: each row as the exact bytes that its signer signed.
CREATE TABLE signed_row (
    kind TEXT NOT NULL,
    name TEXT NOT NULL,
    body BLOB NOT NULL,
    signature BLOB NOT NULL,
    PRIMARY KEY (kind, name)
) STRICT, WITHOUT ROWID;

-- Whom a key belongs to: a person, or what is known of an investigation as such.
CREATE TABLE subject (
    id INTEGER PRIMARY KEY,
    log_key BLOB NOT NULL
) STRICT;

CREATE TABLE subject_key (
    subject INTEGER NOT NULL REFERENCES subject (id),
    compartment TEXT NOT NULL,
    epoch INTEGER NOT NULL,
    wrapped BLOB NOT NULL,
    PRIMARY KEY (subject, compartment)
) STRICT, WITHOUT ROWID;

CREATE TABLE record (
    id INTEGER PRIMARY KEY,
    kind TEXT NOT NULL,
    number INTEGER NOT NULL CHECK (number > 0),
    subject INTEGER NOT NULL REFERENCES subject (id),
    person INTEGER REFERENCES record (id),
    investigation INTEGER REFERENCES record (id),
    begun INTEGER NOT NULL,
    known INTEGER NOT NULL,
    recorded_at INTEGER NOT NULL,
    recorder TEXT NOT NULL,
    facts TEXT NOT NULL,
    state TEXT,
    UNIQUE (kind, number)
) STRICT;
CREATE INDEX record_by_investigation ON record (investigation, kind);
CREATE INDEX record_by_person ON record (person);

-- How a record stood to others when it was added; later changes of a link are events.
CREATE TABLE link (
    record INTEGER NOT NULL REFERENCES record (id),
    name TEXT NOT NULL,
    target INTEGER NOT NULL REFERENCES record (id),
    PRIMARY KEY (record, name)
) STRICT, WITHOUT ROWID;
CREATE INDEX link_by_target ON link (target, name);

-- What is sealed of a record, one box for each compartment that may open it.
CREATE TABLE record_box (
    record INTEGER NOT NULL REFERENCES record (id),
    compartment TEXT NOT NULL,
    manner INTEGER NOT NULL CHECK (manner IN (0, 1)),
    box BLOB NOT NULL,
    PRIMARY KEY (record, compartment)
) STRICT, WITHOUT ROWID;

-- Append-only. `seq` is the order of recording, drawn from one count with the records' and the strikes' numbers; `id` is
-- what people write down.
CREATE TABLE event (
    seq INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    record INTEGER NOT NULL REFERENCES record (id),
    rule TEXT NOT NULL,
    first_day INTEGER NOT NULL,
    last_day INTEGER NOT NULL CHECK (last_day >= first_day),
    after TEXT,
    known INTEGER NOT NULL,
    recorded_at INTEGER NOT NULL,
    recorder TEXT NOT NULL,
    flags INTEGER NOT NULL,
    cause INTEGER REFERENCES event (seq),
    facts TEXT NOT NULL,
    compartment TEXT,
    manner INTEGER CHECK (manner IN (0, 1)),
    box BLOB
) STRICT;
CREATE INDEX event_by_record ON event (record, seq);

-- A second person's approval, by which a held event takes effect.
CREATE TABLE approval (
    event INTEGER PRIMARY KEY REFERENCES event (seq),
    approver TEXT NOT NULL,
    recorded_at INTEGER NOT NULL,
    day INTEGER NOT NULL,
    signature BLOB NOT NULL
) STRICT;

-- A correction strikes an event and leaves it standing for all to see.
CREATE TABLE strike (
    event INTEGER PRIMARY KEY REFERENCES event (seq),
    seq INTEGER NOT NULL UNIQUE,
    known INTEGER NOT NULL,
    recorded_at INTEGER NOT NULL,
    recorder TEXT NOT NULL,
    cause INTEGER REFERENCES event (seq),
    compartment TEXT,
    manner INTEGER CHECK (manner IN (0, 1)),
    box BLOB
) STRICT;

CREATE TABLE span_code (
    id INTEGER PRIMARY KEY,
    code TEXT NOT NULL UNIQUE
) STRICT;

-- What figures read: stays in a state, marks of events, links in force, plans. Refolded from the events by `check`.
CREATE TABLE span (
    id INTEGER PRIMARY KEY,
    code INTEGER NOT NULL REFERENCES span_code (id),
    record INTEGER NOT NULL REFERENCES record (id),
    person INTEGER,
    investigation INTEGER,
    from_day INTEGER NOT NULL,
    to_day INTEGER NOT NULL CHECK (to_day >= from_day),
    known_from INTEGER NOT NULL,
    known_to INTEGER NOT NULL CHECK (known_to > known_from),
    ranged INTEGER NOT NULL,
    target INTEGER,
    window_from INTEGER,
    window_to INTEGER,
    low INTEGER,
    high INTEGER
) STRICT;
CREATE INDEX span_to_count ON span (code, known_to, known_from, from_day, to_day, person, investigation, record, ranged);
CREATE INDEX span_by_record ON span (record);

CREATE TABLE audit_leaf (
    seq INTEGER PRIMARY KEY,
    leaf BLOB,
    leaf_hash BLOB NOT NULL CHECK (length(leaf_hash) = 32)
) STRICT;

CREATE TABLE audit_detail (
    seq INTEGER NOT NULL REFERENCES audit_leaf (seq),
    part INTEGER NOT NULL,
    subject INTEGER REFERENCES subject (id),
    salt BLOB NOT NULL,
    manner INTEGER NOT NULL CHECK (manner IN (0, 1)),
    box BLOB NOT NULL,
    part_hash BLOB,
    PRIMARY KEY (seq, part)
) STRICT, WITHOUT ROWID;
CREATE INDEX audit_detail_by_subject ON audit_detail (subject, seq);

CREATE TABLE audit_head (
    one INTEGER PRIMARY KEY CHECK (one = 1),
    size INTEGER NOT NULL,
    frontier BLOB NOT NULL
) STRICT;

-- Roots of whole subtrees of 256 leaves and more, so that a proof needs few leaves.
CREATE TABLE audit_node (
    level INTEGER NOT NULL,
    place INTEGER NOT NULL,
    hash BLOB NOT NULL CHECK (length(hash) = 32),
    PRIMARY KEY (level, place)
) STRICT, WITHOUT ROWID;

CREATE TABLE audit_checkpoint (
    size INTEGER PRIMARY KEY,
    note TEXT NOT NULL,
    signed_at INTEGER NOT NULL
) STRICT;

-- Guards against accidents; who holds the store's key and another program is caught by checkpoints held elsewhere.
CREATE TRIGGER audit_leaf_stands BEFORE UPDATE OF seq, leaf_hash ON audit_leaf
BEGIN SELECT RAISE(ABORT, 'a leaf of the audit log is never changed'); END;
CREATE TRIGGER audit_leaf_stays BEFORE DELETE ON audit_leaf
BEGIN SELECT RAISE(ABORT, 'a leaf of the audit log is never removed'); END;
CREATE TRIGGER event_stands BEFORE UPDATE OF seq, record, rule, first_day, last_day, known, recorded_at, recorder ON event
BEGIN SELECT RAISE(ABORT, 'an event is never changed: it is struck, and the right one recorded'); END;
CREATE TRIGGER event_stays BEFORE DELETE ON event
BEGIN SELECT RAISE(ABORT, 'an event is never removed: it is struck'); END;
