"""One lawful history, made by reading the rule book's JSON and nothing else.

A history is one investigation with whatever records it takes. To bring a record into a state it looks for a way through
the machine, and for each step makes the conditions true by making other records and bringing those where they must be.
"""
import datetime, heapq
from casefile import CaseFile

DEPTH, STEPS = 7, 30
LATEST = "2026-08-01"      # nothing happens in the future
WORDS = ["Fictional entry", "Wholly made up", "Nowhere Street, Fictionborough", "An invented reason", "Ünïcødé ✓ fiction"]
COUNCIL, POLICE = "Bradford Council", "West Yorkshire Police"


class Numbers:
    """References and event ids that no two histories share, nor anything else in a store that has fewer records."""

    def __init__(self, start=0):
        self.start, self.next = start, {}

    def ref(self, prefix):
        self.next[prefix] = self.next.get(prefix, self.start) + 1
        return f"{prefix}-{self.next[prefix]:04d}"

    def id(self):
        self.next["EV"] = self.next.get("EV", 0) + 1
        return f"EV-W{self.start}-{self.next['EV']}"


class History:
    def __init__(self, book, numbers, rng, start, steps=(0, 1, 1, 2, 5, 9)):
        self.book, self.numbers, self.rng, self.steps = book, numbers, rng, steps
        self.kind_of = {k["prefix"]: k for k in book.kinds.values()}
        self.file, self.lines = CaseFile(book), []
        self.day = datetime.date.fromisoformat(start)
        self.busy = False           # whether anything was recorded on this day: records begin on a fresh one
        self.investigation = self.create("INV")

    @property
    def today(self):
        return self.day.isoformat()

    # -- making records ----------------------------------------------------------------------------------------------

    def create(self, prefix, links=None, where=None):
        """A new record of a kind, with the records that it must be linked to."""
        shape = self.kind_of[prefix]
        links = dict(links or {})
        home = self.home(links) if prefix != "INV" else None
        for link in shape["links"]:
            name = link["field"]
            if name not in links and link["required"]:
                links[name] = home if link["record"] == "INV" else self.create_in(home, link["record"]).ref
        if len(shape["links"]) > 1 and not links and not any(link["required"] for link in shape["links"]):
            # Of several links none of which is required, one says what it is about.
            link = self.rng.choice(shape["links"])
            links[link["field"]] = home if link["record"] == "INV" else self.create_in(home, link["record"]).ref
        if self.busy:
            self.day += datetime.timedelta(1)
            self.busy = False
            self.file.pass_days(self.today)
        fields = self.invented(prefix, shape)
        for name, values in (where or {}).items():
            fields[name] = self.rng.choice(values)
        line = {"add": shape["kind"], "ref": self.numbers.ref(prefix), **links, "on": self.today, "known": self.today}
        if fields:
            line["fields"] = fields
        self.lines.append(line)
        return self.file.add(line, list(links))

    def create_in(self, home, prefix):
        """A new record of a kind, in an investigation if it is of a kind that is in one."""
        inside = any(link["field"] == "investigation" for link in self.kind_of[prefix]["links"])
        return self.create(prefix, {"investigation": home} if inside else {})

    def home(self, links):
        """The investigation to which a record with these links belongs: that of the first, or the history's own."""
        known = [self.file.records[x].investigation for x in links.values() if x in self.file.records]
        return links.get("investigation") or next(filter(None, known), self.investigation.ref)

    def invented(self, prefix, shape):
        """Fields of a new record: some, and those of a phase so that they make sense."""
        if prefix == "PHA":
            return {"window_from": self.today, "window_to": self.today, "low": 1, "high": 3}
        always = {"ALC": {"to": "fictional.person"}}.get(prefix, {})
        return {f["field"]: self.value(f) for f in shape["fields"] if self.rng.random() < 0.4} | always

    def value(self, f):
        rng = self.rng
        return {
            "text": lambda: rng.choice(WORDS), "flag": lambda: rng.random() < 0.5,
            "day": lambda: (self.day + datetime.timedelta(rng.choice([0, 1, 30, 200]))).isoformat(),
            "choice": lambda: rng.choice(f["choices"]),
            "count": lambda: rng.randint(f.get("min") or 0, min(f.get("max") or 9, (f.get("min") or 0) + 20)),
        }[f["type"]]()

    # -- making steps ------------------------------------------------------------------------------------------------

    def drive(self, record, goals, depth=0, ready=None):
        """Brings a record into one of these states, with a past that suits a rule if one is given; whether it did."""
        def there(state, past):
            return state in goals and (ready is None or self.looks_back(record, ready, past))
        banned = set()
        for _ in range(STEPS):
            if there(record.state, record.past):
                return True
            rule = depth <= DEPTH and self.way(record, there, banned)
            if not rule:
                return False
            before = len(record.past)
            if not self.take(record, rule, depth) or len(record.past) == before:
                banned.add(rule["id"])
            elif record.state not in {to["state"] for to in rule["to"]}:
                # What follows by itself led elsewhere: that way is no use as things stand.
                banned.add(rule["id"])
        return there(record.state, record.past)

    def way(self, record, there, banned):
        """The first rule on a cheap way to where it should be; None if there is no way."""
        machine = self.book.of_record[record.prefix]
        amongs = sorted({tuple(c["among"]) for r in machine["rules"] for c in r["conditions"] if c.get("among")})
        seen, heap, count = set(), [(0, 0, record.state, tuple(record.past), None)], 0
        while heap:
            cost, _, state, past, first = heapq.heappop(heap)
            key = (state, tuple(next((s for s in reversed(past) if s in a), None) for a in amongs))
            if key in seen:
                continue
            seen.add(key)
            if first and there(state, past):
                return first
            for rule in machine["rules"]:
                if (state not in rule["from"] or rule["id"] in banned or not self.can_come(rule)
                        or not self.book.in_force(rule, record.begun, self.today)
                        or not self.looks_back(record, rule, past)):
                    continue
                to = self.file.destination(record, rule, {}, list(past))
                count += 1
                toll = (9 if rule.get("timer") else 1) + 3 * self.rng.random() + 2 * sum(c["link"] != "self" for c in rule["conditions"])
                heapq.heappush(heap, (cost + toll, count, to, past + (to,), first or rule))
        return None

    def looks_back(self, record, rule, past):
        """Whether what a rule asks of the record's own past is so, and it leads anywhere after such a past."""
        holds = lambda c: self.file.holds(record, c, {}, list(past))
        if not all(holds(c) for c in self.binding(rule) if c["link"] == "self"):
            return False
        conditions = {c["id"]: c for c in rule["conditions"]}
        return any(to["when"] is None or holds(conditions[to["when"]]) for to in rule["to"])

    @staticmethod
    def binding(rule):
        """The conditions that bind: not those that only choose where the rule leads."""
        chosen = {to["when"] for to in rule["to"]}
        return [c for c in rule["conditions"] if c["id"] not in chosen]

    def take(self, record, rule, depth=0):
        """Takes one step, its conditions made true first; whether it could."""
        if rule.get("timer"):
            return self.wait(record, rule)
        fields = self.references(record, rule)
        if not self.satisfy(record, rule, fields, depth):
            return False
        if record.state not in rule["from"]:
            return True
        if rule["kind"] == "derived":
            return not rule["triggers"] or self.set_off(record, rule, depth)
        self.pass_time()
        # What passed by itself meanwhile may have taken the way.
        if record.state not in rule["from"] or not all(self.file.holds(record, c, fields) for c in self.binding(rule)):
            return True
        self.write(record, rule, fields)
        return True

    @staticmethod
    def can_come(rule):
        """Whether a history of this kind can bring a rule about: nothing here proves never to have been."""
        return rule["kind"] != "derived" or bool(rule["conditions"] or rule.get("triggers") or rule.get("timer"))

    def wait(self, record, rule):
        """Lets days pass until time alone moves the record by a rule; whether it did."""
        lapse = self.file.lapse(record)
        if not lapse or lapse[1] != rule["to"][0]["state"] or lapse[0] > LATEST:
            return False
        self.day = max(self.day, datetime.date.fromisoformat(lapse[0]))
        self.file.pass_days(self.today)
        return True

    def set_off(self, record, rule, depth):
        """Makes one of the events happen from which a rule follows."""
        triggers = list(rule["triggers"])
        self.rng.shuffle(triggers)
        before = len(record.followed)
        for trigger in triggers[:4]:
            machine, event = trigger["event"].split(".")
            prefix = self.book.machines[machine]["record"]
            for other in self.near(record, prefix, trigger["link"], depth + 1):
                rules = [r for r in self.book.rules[prefix][event] if self.book.in_force(r, other.begun, self.today)]
                self.rng.shuffle(rules)
                for way in rules[:2]:
                    if rule["id"] in record.followed[before:]:
                        return True
                    # Bringing the one where it must be may move the other.
                    for _ in range(2):
                        self.drive(record, set(rule["from"]), depth + 1)
                        self.drive(other, set(way["from"]), depth + 1)
                    if record.state in rule["from"] and other.state in way["from"]:
                        self.take(other, way, depth + 1)
            if rule["id"] in record.followed[before:]:
                return True
        return True

    def near(self, record, prefix, link, depth):
        """The records that a link finds, of which a new one is made if there is none."""
        if link.startswith("own:"):
            if link[4:] not in record.links:
                self.link(record, link[4:], depth)
            found = self.file.records.get(record.links.get(link[4:]))
            return [found] if found is not None else []
        found = [r for r in self.file.linked[prefix, link, record.ref] if r.links.get(link, record.ref) == record.ref]
        found = list({r.ref: r for r in found}.values())
        if not found:
            names = {x["field"] for x in self.kind_of[prefix]["links"]}
            found = [self.create(prefix, {link: record.ref})] if link in names else [self.create_in(record.ref, prefix)]
        return found

    def references(self, record, rule):
        """The references that an event needs, each to a record of this history."""
        fields, home = {}, record.ref if record.prefix == "INV" else record.investigation
        for q in rule["requires"]:
            if q["type"] == "reference" and (q["needed"] == "now" or self.rng.random() < 0.3):
                near = [r for r in self.file.records.values()
                        if r.prefix == q["record"] and r.ref != record.ref and r.investigation == home]
                fresh = not near or self.rng.random() < 0.3
                named = self.create_in(home, q["record"]) if fresh else self.rng.choice(near)
                fields[q["field"]] = named.ref
        return fields

    def satisfy(self, record, rule, fields, depth):
        conditions = self.binding(rule)
        for _ in range(3):
            unmet = [c for c in conditions if not self.file.holds(record, c, fields)]
            if not unmet:
                return True
            self.rng.shuffle(unmet)
            for c in unmet:
                if record.state not in rule["from"]:
                    return True
                self.make(record, c, fields, depth + 1, conditions)
        return all(self.file.holds(record, c, fields) for c in conditions) or record.state not in rule["from"]

    def make(self, record, c, fields, depth, conditions):
        """Tries to make a condition true without making another false that looks at the same records."""
        if c["link"] in ("self", "this"):
            return
        if c.get("events"):
            return self.make_happen(record, c, fields, depth)
        if c["link"].startswith("own:") and c["quantifier"] == "any" and c["link"][4:] not in record.links:
            self.link(record, c["link"][4:], depth)
        found = self.file.selected(record, c, fields)
        goals = self.goals(record, c, fields, conditions)
        if c["quantifier"] == "any":
            self.rng.shuffle(found)
            if any(self.drive(r, goals, depth) for r in found[:2]):
                return
            if ":" not in c["link"]:
                self.drive(self.linked_to(record, c), goals, depth)
            return
        for r in found:
            if r.state not in goals:
                self.drive(r, goals, depth)

    def link(self, record, name, depth):
        """Takes an event that gives a record a link."""
        rules = [r for r in self.book.of_record[record.prefix]["rules"] if r["kind"] != "derived"
                 and any(q["field"] == name and q["type"] == "reference" and q["needed"] == "now" for q in r["requires"])]
        self.rng.shuffle(rules)
        for rule in rules[:2]:
            if name not in record.links and self.drive(record, set(rule["from"]), depth):
                self.take(record, rule, depth)

    def make_happen(self, record, c, fields, depth):
        """Tries to make true that something happened last."""
        for other in self.file.selected(record, c, fields):
            event = self.rng.choice(c["events"] if c["quantifier"] != "none" else
                                    [e for e in c["amongEvents"] if e not in c["events"]])
            rules = [r for r in self.book.rules[other.prefix][event]
                     if self.book.in_force(r, other.begun, self.today)]
            self.rng.shuffle(rules)
            for rule in rules[:3]:
                if self.drive(other, set(rule["from"]), depth) and self.take(other, rule, depth):
                    return

    def goals(self, record, c, fields, conditions):
        """The states that suit a condition and all others on the same records, or it alone if nothing suits all."""
        every = {s["id"] for s in self.book.of_record[c["record"]]["states"]}
        suits = lambda o: every - set(o["states"]) if o["quantifier"] == "none" else set(o["states"])
        goals = suits(c)
        for o in conditions:
            same = all(o.get(k) == c.get(k) for k in ("record", "link", "where"))
            if same and o is not c and (o["quantifier"] != "any" or not self.file.holds(record, o, fields)):
                goals = goals & suits(o) or goals
        return goals

    def linked_to(self, record, c):
        """A new record that a condition on `record` will look at."""
        names = {link["field"] for link in self.kind_of[c["record"]]["links"]}
        links = {c["link"]: record.ref} if c["link"] in names else {}
        return self.create(c["record"], links, c.get("where"))

    # -- writing -----------------------------------------------------------------------------------------------------

    def line(self, record, rule, fields):
        """The line of an event, with every field that it needs and some that it need not have."""
        fields = dict(fields)
        for q in rule["requires"]:
            wanted = q["needed"] == "now" or self.rng.random() < (0.5 if q["needed"] == "later" else 0.2)
            if q["type"] != "reference" and wanted:
                fields[q["field"]] = self.value(q)
        line = {"record": rule["event"], "ref": record.ref, "id": self.numbers.id(), "on": self.today,
                "known": self.today}
        if fields:
            line["fields"] = fields
        if rule["deciders"]:
            decider = self.rng.choice(rule["deciders"])
            line["by"] = {"name": "S. Fictitious", "rank": self.rng.choice(decider["ranks"] or ["officer"]),
                          "organisation": decider["organisation"] or POLICE}
        return line

    def pass_time(self):
        self.day += datetime.timedelta(self.rng.choice(self.steps))
        self.file.pass_days(self.today)

    def write(self, record, rule, fields):
        line = self.line(record, rule, fields)
        self.lines.append(line)
        self.file.happen(line)
        self.busy = True

    def open_rules(self, record):
        """The rules under which somebody could record something now, their conditions left aside."""
        return [r for r in self.book.of_record[record.prefix]["rules"]
                if record.state in r["from"] and r["kind"] != "derived" and self.book.in_force(r, record.begun, self.today)
                and self.looks_back(record, r, record.past)]
