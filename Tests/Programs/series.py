"""Releases of one made-up operation, month by month, and everything that must hold of them.

scripts/release-series makes them; attacker.py reads what is published and nothing else. The truth that comes beside it is
used for three things alone: whether what is shown is true, which small changes are real, and which numbers that only ever
grow did not (what is written down about a person can turn out to be otherwise).
"""
import contextlib
import importlib.machinery
import importlib.util
import io
import json
import pathlib
import random
import subprocess
import sys
import tempfile

import attacker

VERIFIER = pathlib.Path(__file__).resolve().parent.parent.parent / "scripts/verify-release"
THRESHOLD, WIDTH, CHANGE = 10, 5, 5


def places(release):
    """Every number of a release by the name that the attacker gives it, with whether it grows and whether it is a headline's."""
    for headline in release["headlines"]:
        yield f"{release['id']}:{headline['id']}", headline["value"], headline["cumulative"], True
    for table in release["tables"]:
        at, grows = f"{release['id']}:{table['id']}", table["cumulative"]
        for row, line, margin in zip(table["rows"], table["cells"], table["row_totals"]):
            for col, value in zip(table["cols"], line):
                yield f"{at}|{row}|{col}", value, grows, False
            yield f"{at}|{row}|*", margin, grows, False
        for col, margin in zip(table["cols"], table["col_totals"]):
            yield f"{at}|*|{col}", margin, grows, table["headline"] is not None and table["cols"] == ["n"]
        yield f"{at}|*|*", table["total"], grows, table["headline"] is not None


def growing(truths):
    """The pairs of numbers next to each other in time that grow, as far as the truth has it so."""
    past = {}
    for release in truths:
        grids = {table["id"]: table["cols"] for table in release["tables"]}
        for place, value, grows, _ in places(release):
            name, _, cell = place.split(":", 1)[1].partition("|")
            key = attacker.same(name, grids[name], *cell.split("|")) if cell else name
            chain = past.setdefault(key, [])
            if grows and (not chain or chain[-1][0].split(":", 1)[0] != release["id"]):
                chain.append((place, value))
    for chain in past.values():
        for n, (earlier, low) in enumerate(chain):
            least = None
            for later, value in chain[n + 1:]:
                if value >= low and (least is None or value < least):
                    least = value
                    yield earlier, later
                    if value == low:
                        break


def verify(record, folder, *options):
    """How scripts/verify-release ends, and what it says."""
    path = pathlib.Path(folder, "record.json")
    path.write_text(record if isinstance(record, str) else json.dumps(record), encoding="utf-8")
    return subprocess.run([sys.executable, VERIFIER, path, *options], capture_output=True, text=True)


def verifier():
    """The same, without a process for each."""
    loader = importlib.machinery.SourceFileLoader("verify_release", str(VERIFIER))
    module = importlib.util.module_from_spec(importlib.util.spec_from_loader("verify_release", loader))
    loader.exec_module(module)
    return module


def spoilt(record, chance):
    """Copies of a record with one thing wrong in each."""
    def copy():
        return json.loads(json.dumps(record))

    world, place = chance.randrange(len(record["worlds"])), chance.randrange(len(record["unknowns"]))
    wrong = copy()
    wrong["worlds"][world][place] += chance.choice((-1, 1))
    yield "a value", wrong
    wrong = copy()
    wrong["targets"].remove(chance.choice([target for target in wrong["targets"] if target.get("cell")]))
    yield "a hidden number without proof", wrong
    if any(target.get("change") for target in record["targets"]):
        wrong = copy()
        wrong["targets"] = [target for target in wrong["targets"] if target.get("cell")]
        yield "small changes without proof", wrong
    wrong = copy()
    one = wrong["targets"][chance.randrange(len(record["targets"]))]
    one["worlds"] = [one["worlds"][0]] * 2
    yield "one world twice", wrong
    wrong = copy()
    chance.choice(wrong["targets"])["worlds"] = [0, len(record["worlds"])]
    yield "a world that there is not", wrong
    wrong = copy()
    wrong["worlds"][world].pop()
    yield "a world cut short", wrong
    wrong = copy()
    wrong["policy"]["minWidth"] += 100
    yield "a stricter policy", wrong
    wrong = copy()
    del wrong["unknowns"][place]
    for values in wrong["worlds"]:
        del values[place]
    yield "a hidden number forgotten", wrong
    wrong = copy()
    shown = [cell for table in wrong["statements"][-1]["tables"] for cell in table["cells"] if cell[0] is not None]
    if shown:
        chance.choice(shown)[0] += 1
        yield "a published number", wrong
    # What the first world, the truth, says of a number that another does not: a fact about it that was left out.
    for number, name in enumerate(record["unknowns"]):
        statement, _, cell = name.partition(":")
        table, _, cell = cell.partition("|")
        values = [values[number] for values in record["worlds"]]
        if cell and len(set(values)) > 1:
            wrong = copy()
            row, col = ("" if part == "*" else part for part in cell.split("|"))
            day = next(one["day"] for one in record["statements"] if one["id"] == statement)
            wrong["facts"].append({"id": "FACT-9999", "day": day, "of": table, "cells": [{"row": row, "col": col}],
                                   "least": values[0], "most": values[0]})
            yield "a fact that not every world obeys", wrong
            break


def judge(program, seed, months, integer=False):
    """Makes one series and attacks it: what fell short, in words, and what was counted."""
    short, held = [], 0

    def check(words, good, saw=""):
        nonlocal held
        held += bool(good)
        if not good:
            short.append(f"seed {seed}: {words}: {saw}"[:600])

    ran = subprocess.run([program, str(seed), str(months)], capture_output=True, text=True)
    check("the series is made", ran.returncode == 0, ran.stderr[-400:])
    lines = [json.loads(line) for line in ran.stdout.splitlines()]
    told = [line["published"] for line in lines if line.get("published")]
    truths = [line["truth"] for line in lines if line.get("truth")]
    counts = {"seed": seed, "releases": len(told), "tables": 0, "withheld": 0, "refused": 0, "cells": 0, "hidden": 0, "spoilt": 0,
              "slowest": max((line["seconds"] for line in lines), default=0)}
    true = {}
    for line in lines:
        check(f"month {line['month']}: the proof holds", not line["faults"], line["faults"][:3])
        check(f"month {line['month']}: every spoilt proof is seen through", not line["unnoticed"], line["unnoticed"])
        counts["spoilt"] += line["spoilt"]
        counts["withheld"] += len(line["withheld"])
        counts["refused"] += line.get("refused") is not None
    for shown, whole in zip(told, truths):
        counts["tables"] += len(shown["tables"])
        true |= {place: value for place, value, _, _ in places(whole)}
        exempt = {headline["id"] for headline in shown["headlines"] if not headline["id"].startswith("victims")}
        for place, value, _, is_headline in places(shown):
            hidden = value == "[c]"
            check(f"{place}: what is shown is true", hidden or value == true[place], (value, true[place]))
            counts["cells"] += not is_headline
            counts["hidden"] += hidden
            name = place.split(":", 1)[1]
            if name in exempt or is_headline and name.split("/")[0] in exempt:
                check(f"{place}: a headline is exact", value == true[place], value)
            else:
                check(f"{place}: a small number is hidden", hidden or not 1 <= true[place] < THRESHOLD, value)
    def known(until):
        """What a reader has after so many months: the releases, and what was said elsewhere."""
        first = [line for line in lines[:until] if line.get("published")]
        return {"releases": [line["published"] for line in first],
                "nondecreasing": [list(pair) for pair in growing([line["truth"] for line in first])], "constraints": [
            {"terms": {f"{line['published']['id']}:{fact['of']}|{cell['row']}|{cell['col']}": 1 for cell in fact["cells"]}, "op": op, "rhs": bound}
            for line in first for fact in line.get("facts", []) for op, bound in ((">=", fact["least"]), ("<=", fact["most"]))]}

    try:
        found = attacker.attack(known(len(lines)), WIDTH, CHANGE, integer, seed)
    except attacker.Contradiction as fault:
        check("what is published does not contradict itself", False, fault)
        return held, short, counts
    # What was said elsewhere may give a number away that was published hidden before. No release may then tell it closer.
    given = {}
    for until, line in enumerate(lines, 1):
        if found["cells"] and line.get("facts"):
            for one in attacker.attack(known(until), WIDTH, None, integer, seed)["cells"]:
                given.setdefault(one["cell"], one["interval"])
    found["cells"] = [one for one in found["cells"] if given.get(one["cell"]) != one["interval"]]
    check("no hidden number is told closely", not found["cells"], found["cells"][:4])
    check("no small change is told", not found["changes"], found["changes"][:4])
    singled = [one for one in found["narrow"] if 1 <= abs(true[one["change"][1]] - true[one["change"][0]]) < CHANGE]
    for kind, words in (("changes", "change"), ("subsets", "difference of a figure from one that it lies within")):
        close = [one for one in singled if one["of"] == kind]
        check(f"no small {words} is told closely", not close, close[:4])
    check("no small difference of a figure from one that it lies within is told", not found["subsets"], found["subsets"][:4])
    counts |= {"pairs": found["pairs"], "programs": found["programs"]}
    record = next((line["record"] for line in reversed(lines) if line.get("record")), None)
    if record and record["unknowns"] and record["targets"]:
        with tempfile.TemporaryDirectory(prefix="dalesway-series-") as folder:
            ran = verify(record, folder, "--width", str(WIDTH), "--change", str(CHANGE))
            check("scripts/verify-release: the record holds", ran.returncode == 0, ran.stdout[-400:] + ran.stderr)
            module, path = verifier(), pathlib.Path(folder, "spoilt.json")
            for words, wrong in spoilt(record, random.Random(seed)):
                path.write_text(json.dumps(wrong), encoding="utf-8")
                said = io.StringIO()
                with contextlib.redirect_stdout(said), contextlib.redirect_stderr(said):
                    end = module.main([str(path)])
                check(f"scripts/verify-release finds {words}", end in (65, 74), (end, said.getvalue()[-200:]))
            counts["records"] = 1
    return held, short, counts
