// The work that is measured.
#pragma once
#include "subject.h"

/// One part of the work, done in slices so that all take turns many times within one round.
///
/// A disk has good and bad seconds; turns of a few milliseconds give everybody the same ones.
struct part {
    const char *name;
    int slices;
    const char *statement; // prepared before the first slice, dropped after the last
    void (*run)(struct subject *, int slice, int slices, int64_t rows);
};

extern const struct part parts[];
extern const int part_count;

/// Makes the table and fills it: `rows` rows, each with a body of `size` bytes.
void fill(struct subject *, int64_t rows, int size);
