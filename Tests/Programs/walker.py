#!/usr/bin/env python3
"""Lawful histories, and histories that break one rule in their last line, for every machine of the rule book.

    walker.py BOOK.json DIR [--count N] [--seed N]

Reads what `dalesway lifecycle --json` printed and nothing else. Writes DIR/legal.jsonl, DIR/illegal.jsonl and
DIR/expected.jsonl: one object for each faulty line of the second, {"line":…,"rules":[…],"how":…}: the rules of which
the program must name one. Every history is an investigation of its own, so that no fault can hide another.
"""
import argparse, collections, datetime, json, pathlib, random
from casefile import Book
from history import History, Numbers

# A first day in each edition of pre-charge bail, and some others.
DAYS = ["2012-02-27", "2016-03-01", "2017-04-01", "2017-04-03", "2019-10-31", "2022-10-27", "2022-10-28", "2024-01-10"]
OUTSIDER = {"name": "G. Fictitious", "rank": "gardener", "organisation": "Other"}


def walkable(rule):
    """Whether a lawful history can hold it as an event: time alone is none, and nothing in one proves not to have been."""
    return not rule.get("timer") and History.can_come(rule)


def start_for(rule, rng):
    """A day on which a record must begin for a rule to be in force."""
    force = rule.get("inForce") or {}
    days = [d for d in DAYS if (force.get("from") or "") <= d and d <= (force.get("to") or "9999")]
    near = rng.choice([d for d in days] or [force.get("from") or force.get("to")])
    return near


def begin(book, numbers, rng, machine, rule):
    """A history with a record of the machine in it, begun where the rule is in force."""
    for _ in range(20):
        start = datetime.date.fromisoformat(start_for(rule, rng))
        history = History(book, numbers, rng, start.isoformat())
        record = history.investigation if machine["record"] == "INV" else history.create(machine["record"])
        if book.in_force(rule, record.begun):
            return history, record
    raise RuntimeError(f"{rule['id']}: no day on which it is in force")


def lawful(book, numbers, rng, machine, rule):
    """A history that takes the rule and then a few more steps; None if the way was not found this time."""
    history, record = begin(book, numbers, rng, machine, rule)
    if not history.drive(record, set(rule["from"]), ready=rule):
        return None
    followed, before = len(record.followed), len(history.lines)
    if not history.take(record, rule):
        return None
    if rule["kind"] == "derived" and rule["id"] not in record.followed[followed:]:
        return None
    if rule["kind"] != "derived" and not any(
            x.get("record") == rule["event"] and x["ref"] == record.ref for x in history.lines[before:]):
        return None
    for _ in range(rng.randint(0, 3)):
        rules = history.open_rules(record)
        if rules:
            history.take(record, rng.choice(rules))
    return history


# -- one step that breaks a rule -------------------------------------------------------------------------------------
# Each takes a record that stands where `rule` may be taken, and gives the faulty line and the rules it may be said to
# break, or None if the rule cannot be broken so.

def without_a_field(history, record, rule, fields):
    line = history.line(record, rule, fields)
    needed = [q["field"] for q in rule["requires"] if q["needed"] == "now"]
    if not needed:
        return None
    del line["fields"][history.rng.choice(needed)]
    return line, [rule["id"]]


def with_a_wrong_value(history, record, rule, fields):
    line = history.line(record, rule, fields)
    wrong = []
    for q in rule["requires"]:
        if q["type"] == "choice":
            wrong.append((q["field"], "no such choice"))
        elif q["type"] == "count" and q.get("max") is not None:
            wrong.append((q["field"], q["max"] + 1))
        elif q["type"] == "day" and q.get("after") == "on":
            wrong.append((q["field"], (history.day - datetime.timedelta(1)).isoformat()))
    if not wrong:
        return None
    name, value = history.rng.choice(wrong)
    line.setdefault("fields", {})[name] = value
    return line, [rule["id"]]


def by_an_outsider(history, record, rule, fields):
    if not rule["deciders"]:
        return None
    line = history.line(record, rule, fields)
    line["by"] = OUTSIDER
    return line, [rule["id"]]


def before_the_record(history, record, rule, fields):
    if len(record.past) > 1 or any(c["link"] == "self" for c in rule["conditions"]):
        return None
    line = history.line(record, rule, fields)
    begun = datetime.date.fromisoformat(record.begun)
    line["on"] = line["known"] = (begun - datetime.timedelta(history.rng.randint(1, 900))).isoformat()
    for q in rule["requires"]:
        if q["type"] == "day" and q["field"] in line.get("fields", {}):
            line["fields"][q["field"]] = record.begun
    return line, [r["id"] for r in history.book.rules[record.prefix][rule["event"]]]


def against_a_condition(history, record, rule, fields):
    conditions = [c for c in history.binding(rule) if c["link"] != "self"]
    if not conditions:
        return None
    c = history.rng.choice(conditions)
    bend(history, record, c, fields)
    if record.state not in rule["from"] or history.file.holds(record, c, fields):
        return None
    return history.line(record, rule, fields), [rule["id"]]


def bend(history, record, c, fields):
    """Tries to make a condition false."""
    states = {s["id"] for s in history.book.of_record[c["record"]]["states"]}
    outside = states - set(c["states"])
    if c["quantifier"] == "any":
        for r in history.file.selected(record, c, fields):
            history.drive(r, outside, 1)
        return
    goals = outside if c["quantifier"] == "all" else set(c["states"])
    if ":" not in c["link"]:
        history.drive(history.linked_to(record, c), goals, 1)


def from_a_wrong_state(history, record, rule, fields):
    book = history.book
    rules = [r for r in book.of_record[record.prefix]["rules"]
             if book.rule(record.prefix, r["event"], record.state, record.begun) is None]
    if not rules:
        return None
    near = book.nearest(record.prefix, history.rng.choice(rules)["event"], record.state, record.begun)
    return history.line(record, near, history.references(record, near)), [near["id"]]


def by_hand(history, record, rule, fields):
    derived = [r for r in history.book.of_record[record.prefix]["rules"] if r["kind"] == "derived"]
    if not derived:
        return None
    event = history.rng.choice(derived)["event"]
    near = history.book.nearest(record.prefix, event, record.state, record.begun)
    return history.line(record, near, {}), [near["id"]]


def against_its_past(history, record, rule, fields):
    if history.looks_back(record, rule, record.past):
        return None
    return history.line(record, rule, fields), [rule["id"]]


WAYS = [without_a_field, with_a_wrong_value, by_an_outsider, before_the_record, against_a_condition, against_a_condition,
        from_a_wrong_state, by_hand, against_its_past]


def unlawful(book, numbers, rng, machine, rule, way):
    """A lawful history with one line more that breaks a rule; None if it could not be had this time."""
    history, record = begin(book, numbers, rng, machine, rule)
    if way is not before_the_record and not history.drive(record, set(rule["from"])):
        return None
    if record.state not in rule["from"]:
        return None
    fields = history.references(record, rule)
    if way in (without_a_field, with_a_wrong_value, by_an_outsider):
        if not history.satisfy(record, rule, fields, 0) or record.state not in rule["from"]:
            return None
    history.pass_time()
    if way is not before_the_record and record.state not in rule["from"]:
        return None
    broken = way(history, record, rule, fields)
    if broken is None:
        return None
    line, rules = broken
    history.lines.append(line)
    return history, rules, way.__name__


def walk(book, count, seed, start=0):
    """The lawful lines, the unlawful lines, what is expected of these, and how often each rule was walked."""
    legal, illegal, expected, walked, missed = [], [], [], collections.Counter(), collections.Counter()
    good, bad = Numbers(start), Numbers(start)
    for machine in book.machines.values():
        rng = random.Random(f"{seed} {machine['id']}")
        rules = [r for r in machine["rules"] if walkable(r)]
        made = turn = 0
        while made < count:
            rule = rules[turn % len(rules)]
            turn += 1
            tries = (lawful(book, good, rng, machine, rule) for _ in range(12 if walked[rule["id"]] else 60))
            history = next(filter(None, tries), None)
            if history is None:
                missed[rule["id"]] += 1
                if missed[rule["id"]] > 3:
                    rules.remove(rule)
                continue
            legal += history.lines
            walked[rule["id"]] += 1
            made += 1
        hands = [r for r in rules if r["kind"] != "derived"]
        looking = [r for r in hands if any(c["link"] == "self" for c in History.binding(r))]
        made = turn = 0
        while made < count:
            way = WAYS[turn % len(WAYS)]
            turn += 1
            rules = looking if way is against_its_past else hands
            tries = (unlawful(book, bad, rng, machine, rng.choice(rules), way) for _ in range(30) if rules)
            result = next(filter(None, tries), None)
            if result is None:
                continue
            history, broken, how = result
            illegal += history.lines
            expected.append({"line": len(illegal), "rules": broken, "how": how})
            made += 1
    return legal, illegal, expected, walked


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("book")
    parser.add_argument("dir", type=pathlib.Path)
    parser.add_argument("--count", type=int, default=100)
    parser.add_argument("--seed", default="1")
    options = parser.parse_args()
    with open(options.book, encoding="utf-8") as f:
        book = Book(json.load(f))
    legal, illegal, expected, walked = walk(book, options.count, options.seed)
    options.dir.mkdir(parents=True, exist_ok=True)
    for name, lines in (("legal", legal), ("illegal", illegal), ("expected", expected)):
        text = "".join(json.dumps(x, ensure_ascii=False) + "\n" for x in lines)
        (options.dir / f"{name}.jsonl").write_text(text, encoding="utf-8")
    every = [r["id"] for m in book.machines.values() for r in m["rules"] if walkable(r)]
    missed = [x for x in every if not walked[x]]
    print(f"{len(legal)} lawful lines, {len(illegal)} with {len(expected)} faults; "
          f"{len(every) - len(missed)} of {len(every)} rules walked" + (f"; not: {', '.join(missed)}" if missed else ""))


if __name__ == "__main__":
    main()
