#!/usr/bin/env python3
"""A motivated reader with a linear-programming solver, who has every published release and nothing else.

    .build/verifiers/bin/python Tests/Programs/attacker.py [--width 5] [--change 5] [--integer] [--intervals] FILE …

Each FILE is a document with "releases" (the form of Tests/Cases/disclosure), or one release as `release render --json`
gives it; several files are one after another in time. Prints an object with what was found. Exit 0 nothing, 1 findings,
2 the documents contradict themselves, 64 usage.

What the reader knows. Every count is a whole number from 0 up. A row adds to its total, a column to its total (without the
rows that are sums of others), these to the table's; a row that is a sum is the sum of its parts. A table's total is its
headline. A table by two characteristics shares its margins with the tables by one of them. What only ever grows does not
fall ("nondecreasing", or, under "growing", what says so of itself). Further linear facts stand under "constraints", relations between figures
("within", "sum") hold between the headlines, and cell by cell where both are broken down alike. A rounded number lies in its band.

What is a finding, for a width W and a change threshold T:
  cell    a hidden number whose least and greatest possible value are less than W apart (a rounded one: less than W, and
          less than its own band).
  change  the difference of the same number in two releases that surely lies within 1…T-1 (or its negative): both are
          shown, or every possible world has it so. Totals that are headlines are no breakdown, and are left out.
  subset  the same for one release: between a figure's cell and that of a figure within which it lies ("within").
  narrow  a difference whose interval is less than W wide and meets those values but is not within them. Whether anybody
          is singled out depends on the truth, which the reader lacks (a certain 0, or 5 and more, is nobody's secret): it is
          listed for whoever has the truth, and is no finding by itself.
"""
import argparse
import itertools
import json
import math
import pathlib
import random
import sys

import numpy
from scipy.optimize import linprog, milp, Bounds, LinearConstraint
from scipy.sparse import csr_array
from scipy.sparse.csgraph import connected_components

CLOSE = 1e-6


class Contradiction(Exception):
    """No world agrees with what was published."""


class Model:
    """Unknown numbers, and what is known of them; a quantity is a number or the place of an unknown."""

    def __init__(self):
        self.names, self.place, self.low, self.high, self.rows, self.fixed = [], {}, [], [], [], {}
        self.targets = {}

    def quantity(self, name, shown=None, band=None):
        """Tells that there is such a number, and what is shown of it."""
        if shown is not None:
            if self.fixed.setdefault(name, shown) != shown:
                raise Contradiction(f"{name} is {self.fixed[name]} and {shown}")
        elif name not in self.place:
            self.place[name] = len(self.names)
            self.names.append(name)
            self.low.append(band[0] if band else 0)
            self.high.append(band[1] if band else math.inf)

    def known(self, name):
        return name in self.fixed or name in self.place

    def fact(self, terms, least=0, most=0):
        """least <= the sum of factor * number <= most."""
        self.rows.append((dict(terms), least, most))

    def equal(self, one, other):
        self.fact({one: 1, other: -1})

    def settle(self):
        """The matrix over the unknowns; what follows at once is put in first."""
        rows, least, most = [], [], []
        for terms, lo, hi in self.rows:
            constant = sum(k * self.fixed[n] for n, k in terms.items() if n in self.fixed)
            left = {self.place[n]: k for n, k in terms.items() if n not in self.fixed}
            lo, hi = lo - constant, hi - constant
            if not left:
                if lo > CLOSE or hi < -CLOSE:
                    raise Contradiction(f"published numbers do not add up: {terms}")
                continue
            rows.append(left)
            least.append(lo)
            most.append(hi)
        for name, value in self.fixed.items():
            if name in self.place:
                rows.append({self.place[name]: 1})
                least.append(value)
                most.append(value)
        entries = [(r, c, k) for r, row in enumerate(rows) for c, k in row.items()]
        r, c, k = zip(*entries) if entries else ((), (), ())
        self.matrix = csr_array((k, (r, c)), shape=(len(rows), len(self.names)), dtype=float)
        self.least, self.most = numpy.array(least, float), numpy.array(most, float)
        self.low, self.high = numpy.array(self.low, float), numpy.array(self.high, float)


class Part:
    """Unknowns that hang together, and the extremes seen so far."""

    def __init__(self, model, columns, integer):
        self.columns, self.integer = columns, integer
        rows = numpy.unique(model.matrix[:, columns].nonzero()[0])
        self.matrix = model.matrix[rows][:, columns]
        self.least, self.most = model.least[rows], model.most[rows]
        self.low, self.high = model.low[columns], model.high[columns]
        same = self.least == self.most
        self.equal, self.right = self.matrix[same], self.least[same]
        below, above = numpy.isfinite(self.most) & ~same, numpy.isfinite(self.least) & ~same
        self.upper = csr_array(numpy.vstack([self.matrix[below].toarray(), -self.matrix[above].toarray()]))
        self.bound = numpy.concatenate([self.most[below], -self.least[above]])
        self.solved = 0

    def best(self, objective):
        """A world in which the objective is least; None where it has no end."""
        self.solved += 1
        if self.integer:
            answer = milp(objective, integrality=numpy.ones(len(objective)), bounds=Bounds(self.low, self.high),
                          constraints=LinearConstraint(self.matrix, self.least, self.most) if self.matrix.shape[0] else None)
        else:
            some = self.upper.shape[0] > 0, self.equal.shape[0] > 0
            answer = linprog(objective, A_ub=self.upper if some[0] else None, b_ub=self.bound if some[0] else None,
                             A_eq=self.equal if some[1] else None, b_eq=self.right if some[1] else None,
                             bounds=numpy.column_stack([self.low, self.high]), method="highs")
        if answer.status == 3:
            return None
        if answer.x is None:
            raise Contradiction(answer.message)
        return answer.x


class Attack:
    """The intervals of targets: unknowns, or differences of two."""

    def __init__(self, model, seed=1, integer=False):
        self.model, self.random, self.solved = model, random.Random(seed), 0
        model.settle()
        self.parts, self.part_of = [], {}
        if model.names:
            pattern = (abs(model.matrix).T @ abs(model.matrix)).tocsr()
            count, label = connected_components(pattern, directed=False)
            for number in range(count):
                columns = numpy.flatnonzero(label == number)
                self.parts.append(Part(model, columns, integer))
                for at, column in enumerate(columns):
                    self.part_of[int(column)] = (number, at)

    def intervals(self, targets, enough=None):
        """The interval of each target (a dict name -> factor); found only to be `enough` wide where that is given.

        Random objectives come first: the extremes that they meet spare most targets their own two programs.
        """
        result, by_part = {}, {}
        for key, terms in targets.items():
            constant = sum(k * self.model.fixed[n] for n, k in terms.items() if n in self.model.fixed)
            split = {}
            for name, factor in terms.items():
                if name not in self.model.fixed:
                    part, at = self.part_of[self.model.place[name]]
                    split.setdefault(part, []).append((at, factor))
            result[key] = [constant, constant]
            for part, pieces in split.items():
                by_part.setdefault(part, []).append((key, pieces))
        for number, wanted in by_part.items():
            part = self.parts[number]
            pick = numpy.zeros((len(wanted), len(part.columns)))
            for row, (_, pieces) in enumerate(wanted):
                for at, factor in pieces:
                    pick[row, at] += factor
            need = math.inf if enough is None else enough
            low, high = self.range(part, pick, need)
            for row, (key, _) in enumerate(wanted):
                result[key][0] += low[row]
                result[key][1] += high[row]
        return {key: (math.ceil(lo - CLOSE) if lo > -math.inf else lo, math.floor(hi + CLOSE) if hi < math.inf else hi)
                for key, (lo, hi) in result.items()}

    def range(self, part, pick, need):
        low, high = numpy.full(len(pick), math.inf), numpy.full(len(pick), -math.inf)

        def seen(world):
            nonlocal low, high
            values = pick @ world
            low, high = numpy.minimum(low, values), numpy.maximum(high, values)

        seen(self.tried(part, numpy.zeros(len(part.columns))))
        if need < math.inf:
            idle = 0
            while idle < 4:
                open_ = numpy.flatnonzero(high - low < need - CLOSE)
                if not len(open_):
                    break
                signs = numpy.array([self.random.choice((-1, 1)) for _ in open_])
                some = numpy.array([self.random.random() < 0.5 for _ in open_])
                objective = (signs * some) @ pick[open_]
                for direction in (objective, -objective):
                    world = part.best(direction)
                    if world is not None:
                        seen(world)
                idle = idle + 1 if (high - low < need - CLOSE).sum() > len(open_) * 0.95 else 0
        for row in range(len(pick)):
            if high[row] - low[row] >= need - CLOSE:
                continue
            for direction in (1, -1):
                world = part.best(direction * pick[row])
                if world is not None:
                    seen(world)
                elif direction > 0:
                    low[row] = -math.inf
                else:
                    high[row] = math.inf
                if high[row] - low[row] >= need - CLOSE:
                    break
        self.solved += part.solved
        part.solved = 0
        return low, high

    @staticmethod
    def tried(part, objective):
        world = part.best(objective)
        return numpy.zeros(len(objective)) if world is None else world


# --- What is published, as facts. ------------------------------------------------------------------------------------


def shown(value):
    """The number that is shown, or None; [z] can be nobody."""
    if isinstance(value, bool) or isinstance(value, (int, float)):
        return int(value)
    return 0 if value == "[z]" else None


def is_hidden(value):
    """Hidden on purpose; what is not collected, [x], is nobody's secret here."""
    return value is None or value == "[c]"


def same(id, cols, row, col):
    """One name for a number, in whichever table it stands: the margin of a crossed table is a cell of the table by that alone."""
    pieces = id.split("/")
    if len(pieces) == 3 and (row == "*") != (col == "*"):
        return (f"{pieces[0]}/{pieces[1]}", row, "*") if col == "*" else (f"{pieces[0]}/{pieces[2]}", col, "*")
    return (id, row, "*") if cols == ["n"] else (id, row, col)


class Reader:
    """Reads releases into a model."""

    def __init__(self):
        self.model, self.cells, self.rounded, self.kept, self.growing, self.subsets = Model(), {}, {}, {}, {}, {}

    def cell(self, release, table, row, col, value, rounding=None, counts=True):
        id, cols = table["id"], table["cols"]
        name = f"{release}:{id}|{row}|{col}"
        number, band = shown(value), None
        if number is not None and rounding:
            base = rounding["base"]
            reach = base // 2 if rounding["mode"] == "nearest" else base - 1
            band = (max(0, number - reach), number + reach)
            self.rounded[name] = band
            number = None
        self.model.quantity(name, number, band)
        if is_hidden(value):
            self.cells.setdefault(name, None)
        kinds = ([self.kept] if counts else []) + ([self.growing] if table.get("cumulative") or table.get("isCumulative") else [])
        for kind in kinds:
            places = kind.setdefault(same(id, cols, row, col), [])
            if not places or places[-1][0] != release:
                places.append((release, name))

    def table(self, release, table):
        """One table: its cells, its margins, and how they add."""
        model, id, rounding = self.model, table["id"], table.get("rounding")
        rows, cols, parents = table["rows"], table["cols"], table.get("row_parents") or table.get("rowParents") or {}
        prefix = f"{release}:{id}"
        for row, line in zip(rows, table["cells"], strict=True):
            for col, value in zip(cols, line, strict=True):
                self.cell(release, table, row, col, value, rounding, counts=not table.get("agreed"))
        across, down = table.get("row_totals", table.get("rowTotals")), table.get("col_totals", table.get("colTotals"))
        for row, value in zip(rows, across or []):
            self.cell(release, table, row, "*", value, rounding)
            model.fact({f"{prefix}|{row}|*": -1} | {f"{prefix}|{row}|{col}": 1 for col in cols})
        whole = [row for row in rows if row not in parents]
        for col, value in zip(cols, down or []):
            # In a table by one characteristic that is the total once more.
            self.cell(release, table, "*", col, value, rounding, counts=not (table.get("headline") and cols == ["n"]))
            model.fact({f"{prefix}|*|{col}": -1} | {f"{prefix}|{row}|{col}": 1 for row in whole})
        if "total" in table:
            self.cell(release, table, "*", "*", table["total"], rounding, counts=table.get("headline") is None)
            everything = {f"{prefix}|{row}|{col}": 1 for row in whole for col in cols}
            model.fact({f"{prefix}|*|*": -1} | everything)
            if table.get("headline"):
                model.quantity(f"{release}:{table['headline']}", shown(table["total"]))
                model.equal(f"{prefix}|*|*", f"{release}:{table['headline']}")
        for parent, parts in parents.items():
            for col in list(cols) + (["*"] if across else []):
                model.fact({f"{prefix}|{parent}|{col}": -1} | {f"{prefix}|{part}|{col}": 1 for part in parts})

    def linked(self, release, tables):
        """A table by two characteristics has the tables by one of them as its margins."""
        ids = {table["id"]: table for table in tables}
        for id, table in ids.items():
            pieces = id.split("/")
            if len(pieces) != 3:
                continue
            for place, other in ((0, f"{pieces[0]}/{pieces[1]}"), (1, f"{pieces[0]}/{pieces[2]}")):
                for name in ids.get(other, {}).get("rows", []):
                    one, here = f"{release}:{other}|{name}|n", (name, "*") if place == 0 else ("*", name)
                    two = f"{release}:{id}|{here[0]}|{here[1]}"
                    if self.model.known(one) and self.model.known(two):
                        self.model.equal(one, two)

    def relation(self, release, tables, relation):
        """Between figures, and cell by cell where they are broken down alike."""
        ids = {table["id"]: table for table in tables}
        if "within" in relation:
            names, signs = list(relation["within"]), None
        else:
            names, signs = list(relation["sum"]), True
        endings = {id[len(names[0]):] for id in ids if id.startswith(names[0] + "/")}

        def hold(places):
            if not all(self.model.known(place) for place in places):
                return
            if signs:
                self.model.fact({places[0]: -1} | {place: 1 for place in places[1:]})
            else:
                self.model.fact({places[0]: 1, places[1]: -1}, -math.inf, 0)

        hold([f"{release}:{name}" for name in names])
        for ending in endings:
            if all(name + ending in ids for name in names):
                table = ids[names[0] + ending]
                for row in table["rows"] + ["*"]:
                    for col in table["cols"] + ["*"]:
                        places = [f"{release}:{name}{ending}|{row}|{col}" for name in names]
                        hold(places)
                        if not signs and row != "*" and all(map(self.model.known, places)):
                            self.subsets.setdefault(same(names[0] + ending, table["cols"], row, col) + (release,), tuple(places))

    def grows(self, earlier, later):
        """What only ever grows, from one table of a release to a later one's: "r0:t" and "r1:t"."""
        for name in list(self.model.fixed) + self.model.names:
            if name == earlier or name.startswith(earlier + "|"):
                other = later + name[len(earlier):]
                if self.model.known(other):
                    self.model.fact({name: 1, other: -1}, -math.inf, 0)

    def grows_as_it_says(self):
        """What says of itself that it only grows, unless it is seen not to."""
        shown = self.model.fixed
        for places in self.growing.values():
            for (_, earlier), (_, later) in itertools.pairwise(places):
                if shown.get(earlier, 0) <= shown.get(later, math.inf):
                    self.model.fact({earlier: 1, later: -1}, -math.inf, 0)

    def document(self, document):
        """A whole document, its releases in the order of their days."""
        releases = document["releases"]
        names = [release.get("id") or f"r{n}" for n, release in enumerate(releases)]
        for name, release in zip(names, releases):
            for headline in release.get("headlines", []):
                if "low" in headline or "id" not in headline:
                    continue
                value = headline.get("value")
                self.model.quantity(f"{name}:{headline['id']}", shown(value))
                if headline.get("cumulative") or headline.get("isCumulative"):
                    self.growing.setdefault(headline["id"], []).append((name, f"{name}:{headline['id']}"))
                if is_hidden(value) and "value" in headline:
                    self.cells.setdefault(f"{name}:{headline['id']}", None)
            for table in release.get("tables", []):
                self.table(name, table)
            self.linked(name, release.get("tables", []))
            for relation in release.get("relations", []):
                self.relation(name, release.get("tables", []), relation)
        for earlier, later in document.get("nondecreasing", []):
            self.grows(earlier, later)
        if document.get("growing"):
            self.grows_as_it_says()
        for one, other in document.get("same", []):
            for name in list(self.model.fixed) + self.model.names:
                if name == one or name.startswith(one + "|"):
                    twin = other + name[len(one):]
                    if self.model.known(twin):
                        self.model.equal(name, twin)
        for fact in document.get("constraints", []):
            right = fact["rhs"]
            least, most = {"=": (right, right), "<=": (-math.inf, right), ">=": (right, math.inf)}[fact["op"]]
            self.model.fact(fact["terms"], least, most)
        return self


# Sums that are agreed to be told line by line, however small: no line of them is a breakdown.
AGREED = {"investigations-flow", "investigations-by-standing", "live-investigations-by-state", "investigations-submitted-by-outcome",
          "people-by-stage", "people-charged-by-offence", "posts-by-role"}


# Figures of which one lies within the other, as their definitions say.
WITHIN = [("people-charged", "people-charged-with-any-offence"), ("people-charged-with-any-offence", "people-arrested-or-interviewed"),
          ("people-charged", "people-arrested-or-interviewed"),
          ("people-under-police-investigation", "people-arrested-or-interviewed"),
          ("victims-identified-and-interviewed", "victims-identified")]


def rendered(releases):
    """Releases as `release render --json` gives them, as one document.

    The column of a year ago is a statement of its own; where its day is that of an earlier release and nothing is marked as
    revised, it is the same. A sum is a table of its lines, those that are taken away among what it comes to.
    """
    document = {"releases": [], "growing": True, "constraints": [], "same": []}
    days, told = {}, set()
    for release in sorted(releases, key=lambda release: (release["asAt"], release.get("id") or release.get("reference"))):
        name, past = release.get("id") or release["reference"], release.get("yearAgo")
        figures = [row for row in release.get("figures", release.get("headlines", [])) if isinstance(row.get("value"), (int, str))]
        for row in figures:
            row["isCumulative"] = row.get("stock") is False
        if past:
            before = f"{name}@{past}"
            rows = [row | {"value": row["yearAgo"]} for row in figures if isinstance(row.get("yearAgo"), (int, str))]
            document["releases"].append({"id": before, "headlines": rows, "day": past})
            for row in rows:
                if past in days and not row.get("revised") and (days[past], row["id"]) in told:
                    document["same"].append([f"{days[past]}:{row['id']}", f"{before}:{row['id']}"])
        told |= {(name, row["id"]) for row in figures}
        sums = []
        for line_sum in release.get("sums", []):
            whole = line_sum["lines"][-1]
            parts = {line["words"]: line for line in line_sum["lines"][:-1]}
            id = f"{line_sum['id']} {line_sum.get('from') or ''}/line"
            sums.append({"id": id, "headline": id if line_sum["id"] in AGREED else None, "rows": list(parts), "cols": ["n"],
                         "cells": [[line["count"]] for line in parts.values()], "agreed": line_sum["id"] in AGREED})
            total = f"{name}:{id}|=|n"
            sums[-1]["rows"].append("=")
            sums[-1]["cells"].append([whole["count"]])
            document["constraints"].append({"op": "=", "rhs": 0, "terms": {total: -1} | {
                f"{name}:{id}|{words}|n": -1 if line["sign"] == "-" else 1 for words, line in parts.items()}})
        document["releases"].append({"id": name, "headlines": figures, "tables": release.get("tables", []) + sums, "day": release["asAt"],
                                     "relations": [{"within": list(pair)} for pair in WITHIN]})
        days.setdefault(release["asAt"], name)
    document["releases"].sort(key=lambda release: release["day"])
    return document


def attack(document, width, change=None, integer=False, seed=1, exact=False):
    """Everything that is found in a document; with `exact`, every hidden number's interval too."""
    reader = Reader().document(document)
    model = reader.model
    solver = Attack(model, seed, integer)
    hidden = {name: {name: 1} for name in reader.cells}
    bands = {name: {name: 1} for name in reader.rounded}
    found = {"cells": [], "changes": [], "subsets": [], "narrow": [], "hidden": len(hidden)}
    ranges = solver.intervals(hidden, None if exact else width)
    ranges |= solver.intervals(bands)
    for name, (low, high) in ranges.items():
        wanted = width if name in hidden else min(width, reader.rounded[name][1] - reader.rounded[name][0])
        if high - low < wanted:
            found["cells"].append({"cell": name, "interval": [low, high]})
    if change:
        pairs = [("changes", earlier, later) for places in reader.kept.values()
                 for (_, earlier), (_, later) in itertools.combinations(places, 2)]
        pairs += [("subsets", part, whole) for part, whole in reader.subsets.values()]
        differences = {}
        for kind, earlier, later in pairs:
            if earlier in model.fixed and later in model.fixed:
                moved = model.fixed[later] - model.fixed[earlier]
                if 1 <= abs(moved) < change:
                    found[kind].append({"change": [earlier, later], "interval": [moved, moved]})
            else:
                differences[kind, earlier, later] = {later: 1, earlier: -1}
        for (kind, earlier, later), (low, high) in solver.intervals(differences, width).items():
            if high - low >= width or high < 1 - change or low > change - 1 or low == high == 0:
                continue
            sure = 1 <= low and high < change or -change < low and high <= -1
            found[kind if sure else "narrow"].append({"change": [earlier, later], "interval": [low, high], "of": kind})
        found["pairs"] = len(pairs)
    found["programs"] = solver.solved
    if exact:
        found["intervals"] = {name: [None if math.isinf(end) else end for end in interval] for name, interval in ranges.items()}
    return found


def main():
    command = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    command.add_argument("--width", type=int, default=5)
    command.add_argument("--change", type=int, default=5)
    command.add_argument("--integer", action="store_true")
    command.add_argument("--intervals", action="store_true")
    command.add_argument("files", nargs="+", type=pathlib.Path)
    try:
        given = command.parse_args()
    except SystemExit as end:
        return 64 if end.code else 0
    read = [json.loads(path.read_text(encoding="utf-8")) for path in given.files]
    document = read[0] if "releases" in read[0] else rendered(read)
    try:
        found = attack(document, given.width, given.change, given.integer, exact=given.intervals)
    except Contradiction as fault:
        print(json.dumps({"contradiction": str(fault)}))
        return 2
    print(json.dumps(found, indent=1))
    return 1 if found["cells"] or found["changes"] or found["subsets"] else 0


if __name__ == "__main__":
    sys.exit(main())
