#!/usr/bin/env python3
"""The people of the figures by their characteristics, worked out from an export and the rule book's JSON alone.

    breakdowns.py EXPORT.jsonl BOOK.json AS-AT CHARACTERISTIC[,CHARACTERISTIC] [KNOWN-AT]     prints {figure: {cell: n}}

What each characteristic means is written here a second time and without looking at the program's: a cell is a category,
or two of them.
"""
import collections, json, sys
from casefile import Book, FAR, last, load, months_after, read
from figures import SEEN, STAGES, CONVICTED

WARDS = {
    "Bradford East": "Bolton and Undercliffe;Bowling and Barkerend;Bradford Moor;Eccleshill;Idle and Thackley;Little Horton",
    "Bradford South": "Great Horton;Queensbury;Royds;Tong;Wibsey;Wyke",
    "Bradford West": "City;Clayton and Fairweather Green;Heaton;Manningham;Thornton and Allerton;Toller",
    "Keighley": "Craven;Ilkley;Keighley Central;Keighley East;Keighley West;Worth Valley",
    "Shipley": "Baildon;Bingley;Bingley Rural;Shipley;Wharfedale;Windhill and Wrose"}
AREA = {ward.lower(): (ward, area) for area, wards in WARDS.items() for ward in wards.split(";")}
BANDS = {"SUS": [18, 25, 35, 45, 55], "VIC": [13, 16, 18, 25, 35]}
UNKNOWN = "not recorded"
# The order in which two crossed characteristics stand: the first gives the rows.
ORDER = ["ward", "constituency", "area committee", "ethnicity", "age band at the time", "age band now",
         "referral source", "recency", "sex"]


def people(book, file):
    """Each figure of people: whose records they are, and who they are."""
    found = collections.defaultdict(set)
    stage = {}
    for r in file.records.values():
        if r.prefix == "SUS":
            stage[r.person] = min(STAGES.index(r.state), stage.get(r.person, len(STAGES)))
    bail = {s["id"] for s in book.of_record["CUS"]["states"] if s["id"].startswith("BAIL_")}
    support = {"OFFERED": "victims-offered-support", "REFERRED": "victims-waiting-for-support",
               "WAITING": "victims-waiting-for-support", "DECLINED": "victims-declining-support",
               "REJECTED": "victims-with-unmet-need", "RECEIVING": "victims-receiving-support"}
    for r in file.records.values():
        events, been = {m[0] for m in r.marks}, {s[1] for s in r.stays}
        names = []
        if r.prefix == "SUS":
            names += ["people-arrested-or-interviewed"] if events & SEEN else []
            names += ["people-under-police-investigation"] if r.state == "UNDER_INVESTIGATION" == STAGES[stage[r.person]] else []
        if r.prefix == "CUS":
            names += ["people-on-bail"] if r.state in bail else []
        if r.prefix == "CHG":
            role = file.field(r, "role")
            if "CHARGED" in been:
                names += ["people-charged-with-any-offence"] + (["people-charged"] if role == "PRIMARY" else [])
            names += [f"people-convicted-{role.lower()}"] if r.state in CONVICTED else []
        if r.prefix == "VIC":
            names += ["victims-identified"]
            names += ["victims-identified-and-interviewed"] if events & {"first_account", "abe_interview"} else []
        if r.prefix == "SUP":
            names += [support[r.state]] if r.state in support else []
            names += ["victims-supported-to-date"] if "RECEIVING" in been else []
        for name in names:
            found[name].add(r.person)
    return found


def band(born, day, limits):
    """The age band of somebody of whom the month of birth is known, on a day."""
    if not born or not day:
        return UNKNOWN
    months = (int(day[:4]) - int(born[:4])) * 12 + int(day[5:7]) - int(born[5:7])
    if months < 0:
        return UNKNOWN
    years = {months // 12} | ({max(0, months // 12 - 1)} if months % 12 == 0 else set())
    names = [f"under {limits[0]}"] + [f"{a} to {b - 1}" for a, b in zip(limits, limits[1:])] + [f"{limits[-1]} and over"]
    found = {names[sum(limit <= age for limit in limits)] for age in years}
    return found.pop() if len(found) == 1 else "not certain"


class Facts:
    """What the lines say of people, as known on a day."""

    def __init__(self, book, lines, as_at, known_at):
        known = lambda x: x.get("known") or last(x.get("on", "")) or ""
        self.file = load(book, lines, as_at, known_at)
        added = [x for x in lines if "add" in x and known(x) <= known_at]
        self.person = {x["ref"]: x.get("fields", {}) for x in added if x["add"] == "person"}
        by = [x for x in added if x["on"] <= as_at]
        self.first, self.source, self.recent = {}, {}, collections.defaultdict(set)
        for r in self.file.records.values():
            days = [m[1] for m in r.marks if m[0] in SEEN] if r.prefix == "SUS" else [r.begun] if r.prefix == "VIC" else []
            for day in days:
                self.first[r.prefix, r.person] = min(day, self.first.get((r.prefix, r.person), FAR))
        for x in sorted((x for x in by if x["add"] == "victim"), key=lambda x: (x["on"], int(x["ref"][4:])), reverse=True):
            if x.get("fields", {}).get("referral_source", UNKNOWN) != UNKNOWN:
                self.source[x["person"]] = x["fields"]["referral_source"]
        self.read_crimes(lines, by, as_at, known_at, known)

    def read_crimes(self, lines, by, as_at, known_at, known):
        owner = {x["ref"]: x["person"] for x in lines if x.get("add") in ("suspect", "victim")}
        crimes = {x["ref"]: x.get("fields", {}) for x in by if x["add"] == "crime"}
        beside = []
        for x in by:
            for side in ("suspect", "victim"):
                if x["add"] == "allegation" or x["add"] == "charge" and side == "suspect":
                    beside.append((x.get(side), x.get("crime")))
        struck = {x["correct"] for x in lines if "correct" in x and x.get("known", FAR) <= known_at}
        told = {x["id"]: x for x in lines if x.get("record") == "first_account" and last(x["on"]) <= as_at
                and known(x) <= known_at and x["id"] not in struck}
        beside += [(x["ref"], x.get("fields", {}).get("crime")) for x in told.values()]
        beside += [(told[x["supply"]]["ref"], x["fields"].get("crime")) for x in lines if x.get("supply") in told
                   and x.get("known", FAR) <= known_at and x.get("id") not in struck]
        for ref, crime in beside:
            committed, recorded = (crimes.get(crime, {}).get(f) for f in ("committed", "recorded"))
            if ref and committed and recorded and committed <= recorded:
                self.recent[ref[:3], owner[ref]].add(recorded <= months_after(committed, 12))

    def category(self, characteristic, person, side, as_at):
        own = self.person.get(person, {})
        if characteristic in ("sex", "ethnicity"):
            return own.get(characteristic, UNKNOWN)
        if characteristic == "age band now":
            return band(own.get("born"), as_at, BANDS[side])
        if characteristic == "age band at the time":
            return band(own.get("born"), self.first.get((side, person)), BANDS[side])
        if characteristic == "referral source":
            return self.source.get(person, UNKNOWN)
        if characteristic == "recency":
            found = self.recent[side, person]
            return "recent" if True in found else "not recent" if found else UNKNOWN
        name = " ".join(own.get("ward", "").lower().replace("&", "and").split())
        if name in ("", UNKNOWN):
            return UNKNOWN
        ward, area = AREA.get(name.removesuffix(" ward"), ("elsewhere", "elsewhere"))
        return (ward if ward not in WARDS else f"{ward} ward") if characteristic == "ward" else area


def breakdowns(book, lines, as_at, by, known_at=None):
    """Each figure's people by one characteristic or two: {figure: {(row, column): count}}; the figures that have it."""
    facts = Facts(book, lines, as_at, known_at or FAR)
    by = sorted(by, key=ORDER.index)
    tables = {}
    for figure, persons in people(book, facts.file).items():
        side = "VIC" if figure.startswith("victims") else "SUS"
        if side == "SUS" and "referral source" in by:
            continue
        if side == "VIC" and len(by) > 1 and set(by) & set(ORDER[:3]):
            continue
        tables[figure] = collections.Counter(
            tuple(facts.category(one, person, side, as_at) for one in by) for person in persons)
    return tables


def differences(answer, mine):
    """What `figures --by --json` says otherwise than this script, and what of its sums does not add up, in words."""
    wrong = [] if answer["notForPublication"] else ["it is not marked"]
    said = {t["figure"]: t for t in answer["tables"]}
    for figure in mine:
        if figure not in said:
            wrong.append(f"{figure} is not broken down")
    for figure, t in said.items():
        parents = t.get("row_parents", {})
        cells = {}
        for row, counts, total in zip(t["rows"], t["cells"], t["row_totals"]):
            if sum(counts) != total:
                wrong.append(f"{t['id']}: row {row} does not add up")
            for col, count in zip(t["cols"], counts):
                cells[(row, col) if len(t["by"]) > 1 else (row,)] = count
        for parent, parts in parents.items():
            for key in [k for k in cells if k[0] == parent]:
                if cells[key] != sum(cells[(part, *key[1:])] for part in parts):
                    wrong.append(f"{t['id']}: {parent} is not the sum of its parts")
        leaves = {k: n for k, n in cells.items() if k[0] not in parents}
        if sum(leaves.values()) != t["total"] or sum(t["col_totals"]) != t["total"]:
            wrong.append(f"{t['id']}: the total does not add up")
        found = collections.Counter({k: n for k, n in leaves.items() if n})
        own = mine.get(figure, collections.Counter())
        if found != own:
            wrong.append(f"{t['id']}: {dict(found - own)} more, {dict(own - found)} less")
    return wrong


if __name__ == "__main__":
    if len(sys.argv) not in (5, 6):
        sys.exit(__doc__)
    with open(sys.argv[2], encoding="utf-8") as f:
        tables = breakdowns(Book(json.load(f)), read(sys.argv[1]), sys.argv[3], sys.argv[4].split(","), *sys.argv[5:])
    print(json.dumps({figure: {"|".join(k): n for k, n in cells.items()} for figure, cells in tables.items()}))
