"""A case file folded from import lines by the rule book's JSON alone: what the tests hold the program against.

It knows nothing of how the program is built. It reads `dalesway lifecycle --json` (the book) and lines as `dalesway
export` writes them; it believes that each line was allowed, and works out where every record stands.
"""
import collections, datetime, json
import clocks

FAR = "9999-12-31"
# Reference fields of an event that change a link of the record from the event's day on.
EVENT_LINKS = {"SUS": ("submission", "phase"), "CUS": ("submission",), "CHG": ("prosecution", "victim")}


def last(when):
    """The last day of DAY or DAY..DAY: the day by which it counts."""
    return when.split("..")[-1]


class Book:
    """The rule book: rules by machine and event, and who watches whom for what follows by itself."""

    def __init__(self, answer):
        self.machines = {m["id"]: m for m in answer["machines"]}
        self.of_record = {m["record"]: m for m in answer["machines"]}
        self.kinds = {k["kind"]: k for k in answer.get("records", [])}
        self.prefix = {k["kind"]: k["prefix"] for k in answer.get("records", [])}
        self.rules, self.derived, self.watch = {}, {}, collections.defaultdict(set)
        self.triggered = collections.defaultdict(set)       # by event: who is set off by it, and by which link
        self.timers = {m["record"]: [r for r in m["rules"] if r.get("timer")] for m in answer["machines"]}
        for m in answer["machines"]:
            events = self.rules[m["record"]] = collections.defaultdict(list)
            own = self.derived[m["record"]] = []
            for rule in m["rules"]:
                events[rule["event"]].append(rule)
                if rule["kind"] != "derived" or rule.get("timer"):
                    continue
                own.append(rule)
                for trigger in rule.get("triggers", []):
                    self.triggered[trigger["event"]].add((m["record"], trigger["link"]))
                for c in rule["conditions"]:
                    if c["link"] not in ("self", "this") and not rule.get("triggers"):
                        self.watch[c["record"]].add((m["record"], c["link"]))
        # What follows in a record is asked before what follows from it in others: the fewer it leans on, the sooner.
        below = {m["record"]: {m["record"]} for m in answer["machines"]}
        for _ in below:
            for prefix, watchers in self.watch.items():
                for watcher, _link in watchers:
                    below[watcher] |= below[prefix]
        self.height = {prefix: len(under) for prefix, under in below.items()}

    @staticmethod
    def in_force(rule, begun, day=None):
        """Whether it is law for a record begun on one day and an event on another."""
        def within(days, day):
            return (days.get("from") or "") <= day <= (days.get("to") or FAR)
        return within(rule.get("inForce") or {}, begun) and (day is None or within(rule.get("during") or {}, day))

    def rule(self, prefix, event, state, begun, day=None):
        """The rule under which the event of a day may follow the state; None if there is none."""
        for rule in self.rules[prefix][event]:
            if state in rule["from"] and self.in_force(rule, begun, day):
                return rule
        return None

    def nearest(self, prefix, event, state, begun, day=None):
        """The rule that stands for an event that no rule allows: from the state, else in force, else the first."""
        rules = self.rules[prefix][event]
        near = [r for r in rules if state in r["from"]]
        for rule in [r for r in near if self.in_force(r, begun)] + near:
            return rule
        for rule in rules:
            if self.in_force(rule, begun, day):
                return rule
        return rules[0]


class Record:
    """One record: where it stands, where it stood, and what it is linked to."""

    def __init__(self, line, prefix, machine):
        self.ref, self.prefix, self.kind = line["ref"], prefix, line["add"]
        self.begun, self.fields = line["on"], line.get("fields", {})
        self.links = {}
        self.state = machine["initial"] if machine else None
        self.past = [self.state] if machine else []
        self.stays = [(self.begun, self.state, False)] if machine else []   # from which day, state, ranged
        self.marks = []                                                     # event, day, ranged
        self.followed = []                                                  # the rules that brought it on by themselves
        self.trials = []                                                    # from which day, fields of the event
        self.happened = []                                                  # every event's name, derived ones too
        self.course = []                                                    # day, event, state reached, fields
        self.lapses = None                                                  # what time alone will do, once asked
        self.person = self.investigation = None


class CaseFile:
    """Records and what follows by itself, as events come in their order in time."""

    def __init__(self, book):
        self.book, self.records = book, {}
        self.linked = collections.defaultdict(list)     # (kind, link, target) -> records that have or had that link
        self.timed = []                                 # records that time alone may move

    # -- coming in ---------------------------------------------------------------------------------------------------

    def add(self, line, kinds):
        prefix = line["ref"][:3]
        self.pass_days(line["on"])
        record = Record(line, prefix, self.book.of_record.get(prefix))
        if self.book.timers.get(prefix):
            self.timed.append(record)
        for name in kinds:
            if name in line:
                record.links[name] = line[name]
        owner = next((self.records[record.links[n]] for n in ("suspect", "victim") if n in record.links), None)
        record.person = record.links.get("person") or (owner and owner.person)
        record.investigation = record.links.get("investigation") or (owner and owner.investigation)
        if prefix == "CHG":
            owner = self.records[record.links["suspect"]]
            record.person, record.investigation = owner.person, owner.investigation
        self.records[record.ref] = record
        for name, target in record.links.items():
            self.linked[prefix, name, target].append(record)
        if record.investigation and "investigation" not in record.links:
            self.linked[prefix, "investigation", record.investigation].append(record)
        self.settle(record, record.begun, None)
        return record

    def pass_days(self, day):
        """Lets time alone move every record that it moves by that day."""
        for record in self.timed:
            while (lapse := self.lapse(record)) and lapse[0] <= day:
                self.move(record, lapse[1], lapse[0], name="")

    @staticmethod
    def lapse(record):
        """The first day on which time alone moves a record, and whither; None if it does not."""
        if record.lapses is None:
            begun = datetime.date.fromisoformat(record.begun)
            found = clocks.lapse(record.prefix, begun, record.fields, record.course)
            record.lapses = (found and (found[0].isoformat(), found[1]),)
        return record.lapses[0]

    def happen(self, line):
        record = self.records[line["ref"]]
        day, ranged = last(line["on"]), ".." in line["on"]
        self.pass_days(day)
        rule = self.book.rule(record.prefix, line["record"], record.state, record.begun, day)
        rule = rule or self.book.nearest(record.prefix, line["record"], record.state, record.begun, day)
        fields = line.get("fields", {})
        state = self.destination(record, rule, fields)
        self.move(record, state, day, ranged, line["record"], fields)
        record.happened.append(line["record"])
        if any(r.get("marks") for r in self.book.rules[record.prefix][line["record"]]):
            record.marks.append((line["record"], day, ranged))
        if "trial_no" in fields:
            record.trials.append((day, fields))
        touched = []
        for name in EVENT_LINKS.get(record.prefix, ()):
            if name in fields and record.links.get(name) != fields[name]:
                if name in record.links:
                    touched.append(record.links[name])
                record.links[name] = fields[name]
                self.linked[record.prefix, name, fields[name]].append(record)
        machine = self.book.of_record[record.prefix]["id"]
        self.settle(record, day, f"{machine}.{line['record']}")
        for ref in touched:
            self.follow(self.records[ref], day, None, None)

    def move(self, record, state, day, ranged=False, name="", fields={}):
        if self.book.timers.get(record.prefix):
            record.course.append((datetime.date.fromisoformat(day), name, state, fields))
            record.lapses = None
        if state != record.state:
            record.stays.append((day, state, ranged))
        record.state = state
        record.past.append(state)

    # -- conditions --------------------------------------------------------------------------------------------------

    def selected(self, record, c, fields):
        """The records that a condition looks at."""
        link = c["link"]
        if link.startswith("field:"):
            found = [self.records[fields[link[6:]]]] if fields.get(link[6:]) in self.records else []
        elif link in ("this", "self"):
            found = [record]
        elif link.startswith("own:"):
            target = record.links.get(link[4:])
            found = [self.records[target]] if target in self.records else []
        else:
            found = [r for r in self.linked[c["record"], link, record.ref]
                     if r.links.get(link, record.ref) == record.ref]
        found = list({r.ref: r for r in found}.values())
        for name, values in c.get("where", {}).items():
            found = [r for r in found if self.field(r, name) in values]
        return found

    @staticmethod
    def field(record, name):
        value = record.fields.get(name)
        return "PRIMARY" if value is None and record.prefix == "CHG" and name == "role" else value

    def holds(self, record, c, fields, past=None):
        if c.get("events"):
            latest = lambda r: next((e for e in reversed(r.happened) if e in c["amongEvents"]), None)
            inside = [r.state in c["states"] and latest(r) in c["events"] for r in self.selected(record, c, fields)]
            return {"all": all(inside), "any": any(inside), "none": not any(inside)}[c["quantifier"]]
        if c["link"] == "self":
            past = past or record.past
            among = c.get("among") or past
            found = [next((s for s in reversed(past) if s in among), None)]
            found = [s for s in found if s]
        else:
            found = [r.state for r in self.selected(record, c, fields)]
        inside = [s in c["states"] for s in found]
        return {"all": all(inside), "any": any(inside), "none": not any(inside)}[c["quantifier"]]

    def destination(self, record, rule, fields, past=None):
        conditions = {c["id"]: c for c in rule["conditions"]}
        for to in rule["to"]:
            if to["when"] is None or self.holds(record, conditions[to["when"]], fields, past):
                return to["state"]
        return rule["to"][0]["state"]

    # -- what follows by itself --------------------------------------------------------------------------------------

    def settle(self, moved, day, event):
        """Lets follow what follows from where a record stands now, and from an event if one is given."""
        for watcher in sorted(self.watchers(moved, event), key=lambda r: self.book.height[r.prefix]) + [moved]:
            for fired in self.follow(watcher, day, event, moved):
                self.settle(watcher, day, fired)

    def watchers(self, moved, event):
        found = {}
        for prefix, link in sorted(self.book.watch[moved.prefix] | self.book.triggered.get(event, set())):
            if link.startswith("own:"):
                near = self.linked[prefix, link[4:], moved.ref]
            elif link == "investigation":
                near = [self.records.get(moved.investigation)]
            else:
                near = [self.records.get(moved.links.get(link))]
            found.update({r.ref: r for r in near if r is not None and r.prefix == prefix})
        return list(found.values())

    def is_set_off(self, record, rule, event, moved):
        """Whether a rule that follows from events follows from this one."""
        for trigger in rule["triggers"]:
            if event == trigger["event"] and moved is not record:
                link = trigger["link"]
                if link.startswith("own:"):
                    near = record.links.get(link[4:]) == moved.ref
                elif link == "investigation":
                    near = moved.investigation == record.ref
                else:
                    near = moved.links.get(link) == record.ref
                if near:
                    return True
        return False

    def follow(self, record, day, event, moved):
        """Moves a record by what follows by itself; the names of the events by which it did."""
        if record.begun > day:
            return []
        fired, machine = [], self.book.of_record.get(record.prefix)
        for _ in range(8):
            rule = next((r for r in self.book.derived.get(record.prefix, [])
                         if record.state in r["from"] and self.book.in_force(r, record.begun, day)
                         and f"{machine['id']}.{r['event']}" not in (fired if r.get("triggers") else [])
                         and (not r.get("triggers") or self.is_set_off(record, r, event, moved))
                         and (r.get("triggers") or r["conditions"])
                         and all(self.holds(record, c, {}) for c in r["conditions"])), None)
            if rule is None:
                break
            state = rule["to"][0]["state"]
            self.move(record, state, day, name=rule["event"])
            record.followed.append(rule["id"])
            record.happened.append(rule["event"])
            fired.append(f"{machine['id']}.{rule['event']}")
        return fired


def load(book, lines, as_at, known_at=FAR):
    """The case file as at the end of a day, as far as was known at the end of another."""
    struck = {x["correct"]: x.get("known", "") for x in lines if "correct" in x}
    anchors, steps = {}, []
    for seq, line in enumerate(lines):
        if "correct" in line or "supply" in line or line.get("derived"):
            continue
        day = last(line["on"])
        anchor = seq
        if line.get("after") in anchors and anchors[line["after"]][0] == day:
            anchor = anchors[line["after"]][1]
        if line.get("id"):
            anchors[line["id"]] = (day, anchor)
        known = max(line.get("known", day), line.get("approved", ""))
        if day > as_at or known > known_at or line.get("held"):
            continue
        if line.get("id") in struck and struck[line["id"]] <= known_at:
            continue
        steps.append((day, 0 if "add" in line else 1, anchor if "record" in line else seq, seq, line))
    steps.sort(key=lambda s: s[:4])
    file = CaseFile(book)
    for *_, line in steps:
        if "add" in line:
            file.add(line, [k for k in line if k not in ("add", "ref", "id", "on", "known", "fields")])
        elif line["ref"] in file.records:
            file.happen(line)
    file.pass_days(as_at)
    return file


def read(path):
    with open(path, encoding="utf-8") as f:
        return [json.loads(x) for x in f if x.strip()]


def months_after(day, months):
    """The same day so many months later, or the month's last."""
    d = datetime.date.fromisoformat(day)
    count = d.year * 12 + d.month - 1 + months
    year, month = divmod(count, 12)
    ends = (datetime.date(year + (month == 11), (month + 1) % 12 + 1, 1) - datetime.timedelta(1)).day
    return datetime.date(year, month + 1, min(d.day, ends)).isoformat()
