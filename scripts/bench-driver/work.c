// Rows are put in, changed, found and read through, the same for all.
#include "work.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define COMMITS 2000
#define READS 100000

// With it 200,000 rows are 100 MB, eight to a page: six times what the page cache holds.
#define BODY 450

static const char table[] = "CREATE TABLE thing (id INTEGER PRIMARY KEY, name TEXT NOT NULL, body BLOB) STRICT";
static char body[1 << 20];

static void put(struct subject *subject, int64_t id, int size) {
    struct library *library = &subject->library;
    char name[64];
    int length = snprintf(name, sizeof name, "fictional name %lld", (long long)(id * 7919 % 1000003));
    library->bind_int64(subject->statement, 1, id);
    library->bind_text(subject->statement, 2, name, length, NULL);
    library->bind_blob(subject->statement, 3, body, size, NULL);
    subject_step(subject);
    library->reset(subject->statement);
}

static void bulk(struct subject *subject, int slice, int slices, int64_t rows) {
    if (slice == 0) subject_run(subject, "BEGIN");
    for (int64_t id = rows * slice / slices + 1; id <= rows * (slice + 1) / slices; id++) put(subject, id, BODY);
    if (slice < slices - 1) return;
    subject_run(subject, "COMMIT");
    subject_number(subject, "PRAGMA wal_checkpoint(PASSIVE)");
}

static void commits(struct subject *subject, int slice, int slices, int64_t rows) {
    int share = COMMITS / slices;
    for (int i = 0; i < share; i++) {
        subject_run(subject, "BEGIN");
        put(subject, rows + 1 + slice * share + i, BODY);
        subject_run(subject, "COMMIT");
    }
}

static void update(struct subject *subject, int slice, int slices, int64_t rows) {
    struct library *library = &subject->library;
    if (slice == 0) subject_run(subject, "BEGIN");
    for (int64_t i = rows / 10 * slice / slices; i < rows / 10 * (slice + 1) / slices; i++) {
        library->bind_int64(subject->statement, 1, 1 + i * 10);
        subject_step(subject);
        library->reset(subject->statement);
    }
    if (slice < slices - 1) return;
    subject_run(subject, "COMMIT");
    subject_number(subject, "PRAGMA wal_checkpoint(PASSIVE)");
}

static void reads(struct subject *subject, int slice, int slices, int64_t rows) {
    struct library *library = &subject->library;
    uint64_t state = 88172645463325252u + (uint64_t)slice;
    int64_t sum = 0;
    for (int i = 0; i < READS / slices; i++) {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        library->bind_int64(subject->statement, 1, 1 + (int64_t)(state % (uint64_t)rows));
        if (subject_step(subject) == ROW && library->column_text(subject->statement, 0))
            sum += library->column_bytes(subject->statement, 0);
        library->reset(subject->statement);
    }
    if (sum < READS / slices) subject_fail(subject, "a row was not found");
}

static void scan(struct subject *subject, int slice, int slices, int64_t rows) {
    (void)slice, (void)slices;
    if (subject_step(subject) != ROW || subject->library.column_int64(subject->statement, 0) < rows * 100)
        subject_fail(subject, "a row is missing");
    subject->library.reset(subject->statement);
}

const struct part parts[] = {
    {"bulk", 100, "INSERT INTO thing VALUES (?, ?, ?)", bulk},
    {"commits", 100, "INSERT INTO thing VALUES (?, ?, ?)", commits},
    {"updates", 20, "UPDATE thing SET name = 'other' WHERE id = ?", update},
    {"point reads", 20, "SELECT name FROM thing WHERE id = ?", reads},
    // The sum of what hangs on every page of a row, so that nothing is passed over.
    {"scan", 4, "SELECT sum(length(name) + length(body)) FROM thing", scan},
};
const int part_count = sizeof parts / sizeof *parts;

void fill(struct subject *subject, int64_t rows, int size) {
    memset(body, 'A', sizeof body);
    subject_run(subject, table);
    subject_prepare(subject, "INSERT INTO thing VALUES (?, ?, ?)");
    for (int64_t id = 1; id <= rows; id++) {
        if (id % 2000 == 1) subject_run(subject, "BEGIN");
        put(subject, id, size);
        if (id % 2000 == 0 || id == rows) subject_run(subject, "COMMIT");
    }
    subject_prepare(subject, NULL);
    subject_number(subject, "PRAGMA wal_checkpoint(PASSIVE)");
}
