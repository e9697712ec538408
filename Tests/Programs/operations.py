#!/usr/bin/env python3
"""A random operation as a file of import lines: lawful, with late facts, corrections, ranges and things as they happened.

    operations.py BOOK.json [--seed N] [--investigations N] [--steps N] [--from N]

Reads what `dalesway lifecycle --json` printed and nothing else; prints JSON Lines in the order in which things became
known. `--from` is the number after which its references begin, so that several operations fit into one store.
"""
import argparse, datetime, json, random
from casefile import Book, last
from history import History, Numbers

# How often something is recorded on each kind of record.
WEIGHTS = {"INV": 2, "SUS": 8, "CUS": 5, "CHG": 8, "VIC": 6, "SUP": 4, "ADV": 1, "SUB": 3, "PRO": 4, "PHA": 1, "CRM": 1}
MOST = 12           # records of a kind in one investigation


class Busy(History):
    """A history in which much happens at once, to people who may be in other investigations too."""

    def __init__(self, book, numbers, rng, start, people):
        self.people = people
        super().__init__(book, numbers, rng, start, steps=(1, 1, 2, 5, 9, 20))

    def invented(self, prefix, shape):
        fields = super().invented(prefix, shape)
        later = lambda *days: (self.day + datetime.timedelta(self.rng.choice(days))).isoformat()
        if prefix == "PHA":
            low = self.rng.randint(0, 20)
            fields = {"window_from": later(0, 30, 200, 400), "window_to": later(401, 450, 500), "low": low,
                      "high": low + self.rng.randint(0, 5)}
        if prefix == "SUB":
            fields = {"planned": later(0, 30, 200, 500)} if self.rng.random() < 0.8 else {}
        if prefix == "CRM" and self.rng.random() < 0.8:
            fields |= {"committed": later(-3000, -400, -366, -365, -20, 0), "recorded": later(0, 0, 1)}
        if prefix == "CHG":
            fields["role"] = self.rng.choice(["PRIMARY", "PRIMARY", "ANCILLARY"])
        return fields

    def create(self, prefix, links=None, where=None):
        links = dict(links or {})
        if prefix in ("SUS", "VIC") and "person" not in links and self.rng.random() < 0.7:
            taken = {r.links.get("person") for r in self.file.records.values() if r.prefix == prefix}
            free = [p for p in self.people if p not in taken]
            if free:
                links["person"] = self.rng.choice(free)
        home = self.home(links) if prefix != "INV" else None
        for name, kind in (("suspect", "SUS"), ("victim", "VIC"), ("prosecution", "PRO")):
            offered = any(x["field"] == name for x in self.kind_of[prefix]["links"])
            near = [r for r in self.file.records.values() if r.prefix == kind and r.investigation == home]
            if offered and name not in links and near and self.rng.random() < 0.8:
                links[name] = self.rng.choice(near).ref
        return super().create(prefix, links, where)

    def happen_somehow(self):
        """One thing more, lawful as a rule."""
        rng = self.rng
        prefix = rng.choices(list(WEIGHTS), list(WEIGHTS.values()))[0]
        near = [r for r in self.file.records.values() if r.prefix == prefix]
        fresh = prefix != "INV" and len(near) < MOST and (not near or rng.random() < 0.35)
        record = self.create(prefix) if fresh else rng.choice(near) if near else None
        if record is None or record.state is None:
            return
        if rng.random() < 0.02 and self.unlawful_but_so(record):
            return
        if rng.random() < 0.3:
            states = [s["id"] for s in self.book.of_record[prefix]["states"]]
            self.drive(record, {rng.choice(states)}, depth=4)
            return
        rules = self.open_rules(record)
        if rules:
            self.take(record, rng.choice(rules), depth=5)

    def unlawful_but_so(self, record):
        """An occurrence that no rule allows from where the record stands, recorded as it happened."""
        rules = [r for r in self.book.of_record[record.prefix]["rules"] if r["kind"] == "occurrence"
                 and self.book.rule(record.prefix, r["event"], record.state, record.begun, self.today) is None
                 and not any(c["link"] != "self" for c in r["conditions"])]
        if not rules:
            return False
        rule = self.rng.choice(rules)
        rule = self.book.nearest(record.prefix, rule["event"], record.state, record.begun)
        self.pass_time()
        line = self.line(record, rule, self.references(record, rule))
        line.update(asHappened=True, reason="So it happened (fictional)")
        self.lines.append(line)
        self.file.happen(line)
        self.busy = True
        return True


def dependants(book):
    """For each kind of record, the kinds that move or may decide because of it, however far on."""
    near = {}
    for machine in book.machines.values():
        for rule in machine["rules"]:
            for c in rule["conditions"]:
                if c["link"] != "self":
                    near.setdefault(c["record"], set()).add(machine["record"])
    far = {}
    for prefix in book.of_record:
        found, todo = set(), [prefix]
        while todo:
            for other in near.get(todo.pop(), ()):
                if other not in found:
                    found.add(other)
                    todo.append(other)
        far[prefix] = found
    return far


def loose(lines, far):
    """The places of events on which nothing recorded afterwards can rest: they may become known late, or be struck."""
    found, later_refs, later_kinds = [], set(), set()
    for place in range(len(lines) - 1, -1, -1):
        line = lines[place]
        if "record" in line:
            prefix = line["ref"][:3]
            rests = later_kinds & far[prefix]
            if line["ref"] not in later_refs and not rests:
                found.append(place)
            later_refs.add(line["ref"])
            later_kinds.add(prefix)
    return found


def disturb(lines, rng, far):
    """Late facts, corrections and ranges; what comes of it is in the order in which things became known."""
    places = loose(lines, far)
    out = []
    for place, line in enumerate(lines):
        line = dict(line)
        day = datetime.date.fromisoformat(last(line["on"]))
        if place in places and rng.random() < 0.5:
            line["known"] = (day + datetime.timedelta(rng.choice([1, 7, 40, 300]))).isoformat()
        if "record" in line and rng.random() < 0.1:
            begun = next(x["on"] for x in lines if x.get("add") and x["ref"] == line["ref"])
            first = max(begun, (day - datetime.timedelta(rng.choice([1, 6, 60]))).isoformat())
            if first < line["on"]:
                line["on"] = f"{first}..{line['on']}"
        out.append(line)
        if place in places and rng.random() < 0.25:
            known = datetime.date.fromisoformat(line["known"]) + datetime.timedelta(rng.choice([0, 3, 90]))
            out.append({"correct": line["id"], "known": known.isoformat(), "reason": "Entered by mistake (fictional)"})
    return out


def characteristics(book, rng):
    """What figures are broken down by, some of it missing and some of it written as people write."""
    choices = {f["field"]: f.get("choices") for f in book.kinds["person"]["fields"]}
    made = {
        "born": f"{rng.randint(1955, 2004)}-{rng.randint(1, 12):02d}-{rng.randint(1, 28):02d}",
        "ethnicity": rng.choice(choices["ethnicity"]), "ethnicity_source": rng.choice(choices["ethnicity_source"]),
        "ward": rng.choice(["Tong", "Wyke", "Shipley", "shipley ward", "Clayton & Fairweather Green", "Nowhere Heath",
                            "Not recorded", "City"]),
    }
    return {field: value for field, value in made.items() if rng.random() < 0.8}


def operation(book, seed, investigations=6, steps=40, start_number=0):
    """The lines of one operation."""
    rng = random.Random(f"operation {seed}")
    chances = random.Random(f"people {seed}")
    numbers = Numbers(start_number)
    lines, people = [], []
    for _ in range(10):
        people.append(numbers.ref("PER"))
        name = f"Fictional Person {people[-1][4:]}"
        lines.append({"add": "person", "ref": people[-1], "on": "2010-01-01", "known": "2010-01-01",
                      "fields": {"name": name, "sex": rng.choice(["female", "male", "not recorded"])}
                      | characteristics(book, chances)})
    roles = next(f["choices"] for f in book.kinds["post"]["fields"] if f["field"] == "role")
    for _ in range(8):
        fields = {"role": rng.choice(roles)}
        if rng.random() < 0.4:
            fields["until"] = f"{rng.randint(2013, 2022)}-06-30"
        lines.append({"add": "post", "ref": numbers.ref("POS"), "on": "2012-06-01", "known": "2012-06-01",
                      "fields": fields})
    far = dependants(book)
    for _ in range(investigations):
        start = f"{rng.choice([2013, 2015, 2016, 2017, 2019, 2022])}-{rng.randint(1, 12):02d}-{rng.randint(1, 28):02d}"
        history = Busy(book, numbers, rng, start, people)
        for _ in range(steps):
            history.happen_somehow()
        lines += disturb(history.lines, rng, far)
    return sorted(lines, key=lambda x: x["known"])


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("book")
    parser.add_argument("--seed", default="1")
    parser.add_argument("--investigations", type=int, default=6)
    parser.add_argument("--steps", type=int, default=40)
    parser.add_argument("--from", dest="start", type=int, default=0)
    options = parser.parse_args()
    with open(options.book, encoding="utf-8") as f:
        book = Book(json.load(f))
    for line in operation(book, options.seed, options.investigations, options.steps, options.start):
        print(json.dumps(line, ensure_ascii=False))


if __name__ == "__main__":
    main()
