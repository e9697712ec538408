#!/usr/bin/env python3
"""Every figure, worked out from an export and the rule book's JSON alone.

    figures.py EXPORT.jsonl BOOK.json AS-AT [KNOWN-AT]      prints {"figures": {id: {…}}, "standing": {…}}

The definitions are those of the published figures, written here a second time and without looking at the program's.
"""
import json, sys
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from casefile import Book, FAR, load, months_after, read

LIVE = {"SCOPING", "ACTIVE", "WITH_CPS", "AT_COURT", "PAUSED"}
CONVICTED = {"CONVICTED", "SENTENCED", "APPEAL", "UPHELD"}
UNDECIDED = {"CHARGED", "FIRST_HEARING", "SENT", "SUMMARY_TRIAL", "INDICTED", "NG_PLEA", "TRIAL_LISTED", "TRIAL",
             "NO_VERDICT", "GUILTY_PLEA"}
SEEN = {"arrest", "rearrest", "interview_voluntarily"}
# A person in several investigations stands at the first of these.
STAGES = ["CHARGED", "WANTED", "CONVICTED_PRIMARY", "SUBMITTED", "UNDER_INVESTIGATION", "CONVICTED_ANCILLARY_ONLY",
          "ACQUITTED", "PROCEEDINGS_ENDED", "OUT_OF_COURT", "NFA_CPS_EVID", "NFA_CPS_PI", "NFA_POLICE", "DECEASED",
          "TRANSFERRED", "ELIMINATED", "SCHEDULED", "UNTRACED", "IDENTIFIED", "NOMINAL"]


def figures(book, lines, as_at, known_at=None):
    file = load(book, lines, as_at, known_at or FAR)
    of = {}
    for record in file.records.values():
        of.setdefault(record.prefix, []).append(record)
    every = lambda prefix: of.get(prefix, [])
    soon = months_after(as_at, 12)
    figures = {}

    def put(name, units, ranged=0, **more):
        figures[name] = {"value": len(set(units)), "rangedEvents": ranged, **more}

    def standing(name, prefix, states, unit, where=lambda r: True):
        found = [r for r in every(prefix) if r.state in states and where(r) and unit(r)]
        put(name, map(unit, found), sum(r.stays[-1][2] for r in found))

    def been(name, prefix, states, unit, where=lambda r: True):
        found = [(r, stay) for r in every(prefix) if where(r) for stay in r.stays if stay[1] in states]
        put(name, [unit(r) for r, _ in found], sum(stay[2] for _, stay in found))

    def marked(name, prefix, events, unit):
        found = [(r, m) for r in every(prefix) for m in r.marks if m[0] in events]
        put(name, [unit(r, m) for r, m in found], sum(m[2] for _, m in found))

    own, person, investigation = (lambda r: r.ref), (lambda r: r.person), (lambda r: r.investigation)
    role = lambda wanted: (lambda r: file.field(r, "role") == wanted)
    standing("live-investigations", "INV", LIVE, own)
    standing("completed-investigations", "INV", {"COMPLETED"}, own)
    marked("arrests", "SUS", {"arrest", "rearrest"}, lambda r, m: (r.person, m[1]))
    bail = {s["id"] for s in book.of_record["CUS"]["states"] if s["id"].startswith("BAIL_")}
    standing("people-on-bail", "CUS", bail, person)
    marked("victims-identified-and-interviewed", "VIC", {"first_account", "abe_interview"}, lambda r, m: r.person)
    been("victims-identified", "VIC", {s["id"] for s in book.of_record["VIC"]["states"]}, person)
    standing("victims-receiving-support", "SUP", {"RECEIVING"}, person)
    standing("victims-offered-support", "SUP", {"OFFERED"}, person)
    standing("victims-waiting-for-support", "SUP", {"REFERRED", "WAITING"}, person)
    standing("victims-declining-support", "SUP", {"DECLINED"}, person)
    standing("victims-with-unmet-need", "SUP", {"REJECTED"}, person)
    been("victims-supported-to-date", "SUP", {"RECEIVING"}, person)
    marked("people-arrested-or-interviewed", "SUS", SEEN, lambda r, m: r.person)
    been("people-charged", "CHG", {"CHARGED"}, person, role("PRIMARY"))
    been("people-charged-with-any-offence", "CHG", {"CHARGED"}, person)

    stage = {}
    for r in every("SUS"):
        rank = STAGES.index(r.state)
        stage[r.person] = min(rank, stage.get(r.person, rank))
    open_rank = STAGES.index("UNDER_INVESTIGATION")
    standing("people-under-police-investigation", "SUS", {"UNDER_INVESTIGATION"}, person,
             lambda r: stage[r.person] == open_rank)
    seen = {r.person for r in every("SUS") for m in r.marks if m[0] in SEEN}
    people = {}
    for one in seen:
        people[STAGES[stage[one]]] = people.get(STAGES[stage[one]], 0) + 1

    phases = [r.fields for r in every("PHA")]
    phases = [f for f in phases if as_at < f.get("window_from", "") and f.get("window_to", FAR) <= soon]
    figures["people-scheduled-for-arrest"] = {
        "low": sum(f.get("low", 0) for f in phases), "high": sum(f.get("high", 0) for f in phases), "rangedEvents": 0}

    been("investigations-submitted-to-cps", "SUB", {"SUBMITTED"}, investigation)
    asked = {r.investigation for r in every("ADV")} | {r.investigation for r in every("SUB")
                                                      if any(s[1] == "SUBMITTED" for s in r.stays)}
    figures["investigations-submitted-to-cps"]["value"] = len(asked)
    standing("investigations-to-be-submitted", "SUB", {"DRAFT"}, investigation,
             lambda r: as_at < r.fields.get("planned", "") <= soon)

    def ended(submission):
        listed = [r for r in every("SUS") if r.links.get("submission") == submission.ref]
        return bool(listed) and all(r.state in {"NFA_CPS_EVID", "NFA_CPS_PI"} for r in listed)
    standing("investigations-cps-nfa", "SUB", {"DECIDED"}, investigation, ended)
    standing("people-convicted-primary", "CHG", CONVICTED, person, role("PRIMARY"))
    standing("people-convicted-ancillary", "CHG", CONVICTED, person, role("ANCILLARY"))

    trials = []
    for r in every("PRO"):
        if r.state != "TRIAL_FIXED" or not r.trials:
            continue
        fields = r.trials[-1][1]
        if fields.get("start", "") > as_at and fields["trial_no"] >= 2:
            accused = {c.person for c in every("CHG") if c.links.get("prosecution") == r.ref and c.state in UNDECIDED}
            trials.append((fields["start"], fields.get("weeks"), len(accused)))
    figures["retrials-due"] = {"value": len(trials)}
    if trials:
        # Which of two trials of one day is named first is nobody's business: the first by its day alone is compared.
        figures["retrials-due"]["trials"] = sorted(trials, key=str)

    posts = [r for r in every("POS") if as_at < r.fields.get("until", FAR)]
    roles = {}
    for r in posts:
        roles[r.fields["role"]] = roles.get(r.fields["role"], 0) + 1
    figures["team-posts"] = {"value": len(posts), "parts": roles}
    figures.update(from_elsewhere(lines, as_at, known_at or FAR))
    ended_in = {r.investigation for r in every("SUB") if r.state == "DECIDED" and ended(r)}
    parts = day_sums(file, every, figures, people, stage, asked, ended_in)
    return {"figures": figures, "standing": people, "sums": parts, "places": places(every, stage, seen)}


# -- sums: {id: ({line: count}, result)}, lines of nought left out -------------------------------------------------------

TOLD = {"CHARGED": "charged", "UNDER_INVESTIGATION": "under-police-investigation", "SUBMITTED": "awaiting-decision",
        "NFA_CPS_EVID": "nfa-cps", "NFA_CPS_PI": "nfa-cps", "NFA_POLICE": "nfa-police", "DECEASED": "died",
        "WANTED": "wanted", "CONVICTED_PRIMARY": "convicted-primary", "CONVICTED_ANCILLARY_ONLY": "convicted-ancillary",
        "ACQUITTED": "acquitted", "PROCEEDINGS_ENDED": "proceedings-ended", "OUT_OF_COURT": "out-of-court",
        "TRANSFERRED": "transferred", "ELIMINATED": "eliminated", "SCHEDULED": "named-again", "UNTRACED": "named-again",
        "IDENTIFIED": "named-again", "NOMINAL": "named-again"}
OPEN = {"charged", "under-police-investigation", "awaiting-decision", "wanted", "named-again"}
# The first of these at which someone stands in any investigation, and what is told of it.
VICTIMS = {"WITNESS_CARE": "engaged", "ABE_DONE": "engaged", "ENGAGED": "engaged", "INITIAL_ACCOUNT": "engaged",
           "CONTACT_ATTEMPTED": "contact-attempted", "CONTACT_PLANNED": "contact-planned", "POTENTIAL": "potential",
           "WITHDRAWN": "withdrawn", "DECLINED": "declined", "UNABLE_TO_TRACE": "untraced", "CONCLUDED": "concluded",
           "DECEASED": "died", "NOT_VICTIM": "not-victims"}
OVER = {"concluded", "died", "not-victims"}
SUPPORT = {"RECEIVING": "receiving", "PAUSED": "paused", "WAITING": "waiting", "REFERRED": "waiting",
           "OFFERED": "offered", "IDENTIFIED": "identified", "REJECTED": "unmet", "DECLINED": "declined",
           "ENDED_UNPLANNED": "ended-unplanned", "ENDED_PLANNED": "ended", "TRANSFERRED": "ended", "CLOSED": "closed"}
STATES = {"REFERRED": "referred", "SCOPING": "scoping", "ACTIVE": "active", "WITH_CPS": "with-cps",
          "AT_COURT": "at-court", "PAUSED": "paused", "NOT_PROGRESSED": "closed"}


def tallied(words):
    counts = {}
    for word in words:
        counts[word] = counts.get(word, 0) + 1
    return counts


def furthest(records, order):
    """The word for each person: that of the first stage in the order at which any record of theirs stands."""
    order = list(order.items())
    rank = {state: place for place, (state, _) in enumerate(order)}
    found = {}
    for r in records:
        if r.person:
            found[r.person] = min(rank[r.state], found.get(r.person, rank[r.state]))
    return {person: order[place][1] for person, place in found.items()}


def places(every, stage, seen):
    """Where everyone stands on the day, for the flows: investigations with their past, people, victims."""
    return {"investigations": {r.ref: [(s[0], s[1] in LIVE, s[1]) for s in r.stays] for r in every("INV")},
            "people": {one: TOLD[STAGES[stage[one]]] for one in seen}, "victims": furthest(every("VIC"), VICTIMS)}


def day_sums(file, every, figures, people, stage, asked, ended):
    value = lambda name: figures[name]["value"]
    charged = {c.investigation for c in every("CHG") if file.field(c, "role") == "PRIMARY"
               and any(s[1] == "CHARGED" for s in c.stays)}
    waiting = {r.investigation for r in every("ADV") if r.state in {"REQUESTED", "OPEN"}}
    waiting |= {r.investigation for r in every("SUB")
                if r.state in {"SUBMITTED", "ACCEPTED", "ACTION_PLAN", "UNDER_REVIEW", "APPEALED"}}
    outcome = lambda one: ("charged" if one in charged else "nfa-cps" if one in ended else
                           "outstanding" if one in waiting else "otherwise")
    states = tallied(STATES[r.state] for r in every("INV") if r.state in STATES)
    by_group = tallied(TOLD[s] for s, count in people.items() for _ in range(count))
    others = {k: v for k, v in by_group.items() if k not in ("charged", "under-police-investigation")}
    arrested = {r.person for r in every("SUS") for m in r.marks if m[0] in {"arrest", "rearrest"}}
    of_role = lambda role: {c.person for c in every("CHG") if file.field(c, "role") == role
                            and any(s[1] == "CHARGED" for s in c.stays)}
    told = {r.person for r in every("VIC") for m in r.marks if m[0] in {"first_account", "abe_interview"}}
    victims, support = furthest(every("VIC"), VICTIMS), furthest(every("SUP"), SUPPORT)
    everyone = value("people-arrested-or-interviewed")
    live, done = value("live-investigations"), value("completed-investigations")
    sums = {
        "investigations-by-standing": (
            {"live": live, "completed": done, **{k: states.get(k, 0) for k in ("referred", "closed")}}, len(every("INV"))),
        "live-investigations-by-state": (
            {k: v for k, v in states.items() if k not in ("referred", "closed")}, live),
        "investigations-submitted-by-outcome": (tallied(map(outcome, asked)), len(asked)),
        "people-by-stage": (
            {**{k: by_group.get(k, 0) for k in ("charged", "under-police-investigation")},
             "other-outcomes": sum(others.values())}, everyone),
        "people-with-other-outcomes": (others, sum(others.values())),
        "people-by-arrest-or-interview": ({"arrested": len(arrested), "interviewed-only": everyone - len(arrested)}, everyone),
        "arrests-and-people": ({"first": len(arrested), "further": value("arrests") - len(arrested)}, value("arrests")),
        "people-charged-by-offence": (
            {"primary": len(of_role("PRIMARY")), "another-only": len(of_role("ANCILLARY") - of_role("PRIMARY"))},
            value("people-charged-with-any-offence")),
        "victims-by-engagement": (
            {"account": len(told), **tallied(w for p, w in victims.items() if p not in told)}, len(victims)),
        "victims-by-support": (tallied(support.values()), len(support)),
        "posts-by-role": (figures["team-posts"]["parts"], value("team-posts")),
    }
    return {name: ({k: v for k, v in lines.items() if v}, result) for name, (lines, result) in sums.items()}


def flows(first, last, day, until):
    """The flows from one day to another, of what `figures` found on the two."""
    came = {"opening": 0, "new": 0, "reopened": 0, "completed": 0, "closed": 0}
    closing = 0
    for stays in last["places"]["investigations"].values():
        # As it stood at the ends of days: of several stays that began on one day the last.
        days = {}
        for since, is_live, state in stays:
            days[since] = (is_live, state)
        was, ever = False, False
        for since in sorted(days):
            is_live, state = days[since]
            if since > day and is_live != was:
                if is_live:
                    came["reopened" if ever else "new"] += 1
                else:
                    came["completed" if state == "COMPLETED" else "closed"] += 1
            was, ever = is_live, ever or is_live
            if since <= day:
                opened = is_live
        came["opening"] += bool(days) and min(days) <= day and opened
        closing += was
    found = {"investigations-flow": (came, closing)}
    for name, is_open in (("people", lambda w: w in OPEN), ("victims", lambda w: w not in OVER)):
        then, now = first["places"][name], last["places"][name]
        lines = {"opening": sum(map(is_open, then.values())), "new": len(set(now) - set(then)), "reopened": 0}
        for one, where in now.items():
            if is_open(where):
                lines["reopened"] += one in then and not is_open(then[one])
            elif one not in then or is_open(then[one]):
                lines[where] = lines.get(where, 0) + 1
        found[f"{name}-flow"] = (lines, sum(map(is_open, now.values())))
    return {name: ({k: v for k, v in lines.items() if v}, result) for name, (lines, result) in found.items()}


def sum_differences(answer, day, sums):
    """How the sums that the program printed of a day differ from these; and each must come to its result."""
    wrong, said = [], {}
    for one in answer["reconciliations"]:
        total = sum(t["value"] * {"+": 1, "-": -1}[t["sign"]] for t in one["terms"])
        if total != one["result"]["value"] or not one["balances"]:
            wrong.append(f"{one['id']}: its lines come to {total}, and not {one['result']['value']}")
        if one["to"] == day:
            said[one["id"]] = ({t["id"]: t["value"]
                                for t in one["terms"] if t["value"]}, one["result"]["value"])
    return wrong + [f"{name}: {said.get(name)}, and not {sums[name]}" for name in sums if said.get(name) != sums[name]]


# Which series each figure from elsewhere shows; the first is its value.
SERIES = {"hub-referrals": ["referrals"], "children-at-risk": ["children", "mean-age", "days-to-offer"],
          "flagged-offences": ["offences", "suspects"], "placements": ["placements", "weekly-cost"],
          "action-plan": ["actions"]}


def tenths(part, whole):
    """So many tenths of a per cent, rounded half away from nought."""
    return int((Decimal(part) * 1000 / Decimal(whole)).to_integral_value(ROUND_HALF_UP))


def from_elsewhere(lines, as_at, known_at):
    """The figures that others counted: of each number the version last known, and how it changed since its base."""
    newest = {}
    for place, line in enumerate(lines):
        if line.get("add") != "aggregate" or line["on"] > as_at or line.get("known", line["on"]) > known_at:
            continue
        f = line["fields"]
        series = f.get("series", SERIES[f["figure"]][0])
        key = (series, line["on"], f.get("period_from"), f.get("area"), f.get("dimension"), f.get("category"))
        version = (line.get("known", line["on"]), place)
        if key not in newest or version > newest[key][0]:
            newest[key] = (version, f)
    standing = {key: f for key, (_, f) in newest.items() if not f.get("withdrawn")}
    share = lambda f: tenths(f["value"], f["of"]) if f.get("of", 0) >= 10 and "value" in f else None
    length = lambda key: None if key[2] is None else (date.fromisoformat(key[1]) - date.fromisoformat(key[2])).days

    def change(key, f):
        alike = [k for k in standing if (k[0], *k[3:]) == (key[0], *key[3:]) and (k[2] is None) == (key[2] is None)
                 and (key[2] is None or abs(length(k) - length(key)) <= 3)]
        since = f.get("change_since")
        before = sorted(k for k in alike if (k[1] == since if since else k[1] < key[1]))
        base = standing[before[-1]] if before else {}
        if "value" not in f or "value" not in base:
            return None
        if share(f) is not None and share(base) is not None:
            return "percentage points", share(f) - share(base)
        if "of" in f or "of" in base or base["value"] < 10:
            return None
        return "per cent", tenths(f["value"] - base["value"], base["value"])

    found = {}
    for name, all_series in SERIES.items():
        mine = {k: f for k, f in standing.items() if k[0] in all_series}
        wholes = sorted((k[1], k[2] or "", f.get("value")) for k, f in mine.items()
                        if k[0] == all_series[0] and k[3:] == (None, None, None))
        numbers = [(*k, f.get("value"), f.get("of"), share(f), change(k, f)) for k, f in mine.items()]
        found[name] = {"value": wholes[-1][2] if wholes else None, "rangedEvents": 0, "numbers": sorted(numbers, key=str)}
    return found


def said_numbers(figure):
    """The numbers of a figure from elsewhere as the program says them, in this script's form."""
    members = ("series", "on", "periodFrom", "area", "dimension", "category", "value", "of", "shareTenths")
    change = lambda n: (n["change"]["in"], n["change"]["tenths"]) if n.get("change") else None
    return sorted(((*(n.get(m) for m in members), change(n)) for n in figure["numbers"]), key=str)


def differences(answer, mine):
    """What the program's `figures --json` says otherwise than this script, in words; empty if nothing."""
    said = {f["id"]: f for f in answer["figures"]}
    wrong = [f"{name} is not among the figures" for name in mine["figures"] if name not in said]
    for name, f in said.items():
        own = mine["figures"].get(name)
        if own is None:
            wrong.append(f"{name} is not a figure known here")
            continue
        for key in ("value", "low", "high"):
            if own.get(key) != f.get(key):
                wrong.append(f"{name}: {key} {f.get(key)}, and not {own.get(key)}")
        if "rangedEvents" in own and own["rangedEvents"] != f.get("rangedEvents") and name != "investigations-submitted-to-cps":
            wrong.append(f"{name}: rangedEvents {f.get('rangedEvents')}, and not {own['rangedEvents']}")
        if "numbers" in own and own["numbers"] != said_numbers(f):
            wrong.append(f"{name}: numbers {said_numbers(f)}, and not {own['numbers']}")
        if "parts" in own:
            parts = {p["title"]: p["value"] for p in f.get("parts", []) if p["value"]}
            if parts != own["parts"]:
                wrong.append(f"{name}: parts {parts}, and not {own['parts']}")
        if own.get("trials"):
            listed = f.get("trials") or [f]
            theirs = sorted(((t["starts"], t.get("weeks"), t["defendants"]) for t in listed), key=str)
            if theirs != own["trials"]:
                wrong.append(f"{name}: trials {theirs}, and not {own['trials']}")
    theirs = {s["stage"]: s["value"] for s in answer.get("standing", [])}
    if "standing" in answer and theirs != mine["standing"]:
        wrong.append(f"standing: {theirs}, and not {mine['standing']}")
    return wrong


if __name__ == "__main__":
    if len(sys.argv) not in (4, 5):
        sys.exit(__doc__)
    with open(sys.argv[2], encoding="utf-8") as f:
        book = Book(json.load(f))
    print(json.dumps(figures(book, read(sys.argv[1]), *sys.argv[3:])))
