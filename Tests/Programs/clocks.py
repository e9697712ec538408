"""Every deadline once more, reckoned from the law's own words and not from the program.

Days are counted one by one wherever that can be done. Sources: Banking and Financial Dealings Act 1971; PACE 1984
ss.47ZA-47ZM, and as they stood from 3 April 2017; the Victims' Code; the schemes for the victims' right to review; Data
Protection Act 2018 s.54 with the Data (Use and Access) Act 2025 s.76.
"""
import calendar
import datetime

DAY = datetime.timedelta(1)


def day(text):
    return datetime.date.fromisoformat(text)


# -- the calendar of England and Wales ------------------------------------------------------------------------------

MOVED = {(1995, "early May"): "1995-05-08", (2020, "early May"): "2020-05-08", (2002, "spring"): "2002-06-04",
         (2012, "spring"): "2012-06-04", (2022, "spring"): "2022-06-02"}
ONCE = ["1981-07-29", "1999-12-31", "2002-06-03", "2011-04-29", "2012-06-05", "2022-06-03", "2022-09-19", "2023-05-08"]


def easter(year):
    """Easter Sunday, by the rule of Meeus, Jones and Butcher."""
    a, b, c = year % 19, year // 100, year % 100
    d, e = divmod(b, 4)
    g = (8 * b + 13) // 25
    h = (19 * a + b - d - g + 15) % 30
    i, k = divmod(c, 4)
    l = (32 + 2 * e + 2 * i - h - k) % 7
    m = (a + 11 * h + 19 * l) // 433
    n = (h + l - 7 * m + 90) // 25
    return datetime.date(year, n, (h + l - 7 * m + 33 * n + 19) % 32)


def mondays(year, month):
    return [d for d in calendar.Calendar().itermonthdates(year, month) if d.month == month and d.weekday() == 0]


_HOLIDAYS = {}


def bank_holidays(year):
    """The days that are kept, as dates."""
    if year not in _HOLIDAYS:
        kept = {easter(year) - 2 * DAY, easter(year) + DAY, mondays(year, 8)[-1]}
        kept.add(day(MOVED[year, "early May"]) if (year, "early May") in MOVED else mondays(year, 5)[0])
        kept.add(day(MOVED[year, "spring"]) if (year, "spring") in MOVED else mondays(year, 5)[-1])
        kept |= {day(x) for x in ONCE if x.startswith(str(year))}
        # A holiday on a weekend is kept on the next day that is neither weekend nor holiday.
        for its in [datetime.date(year, 1, 1), datetime.date(year, 12, 26), datetime.date(year, 12, 25)]:
            while its.weekday() > 4 or its in kept:
                its += DAY
            kept.add(its)
        _HOLIDAYS[year] = kept
    return _HOLIDAYS[year]


def is_working_day(date):
    return date.weekday() < 5 and date not in bank_holidays(date.year)


def working_days(date, count):
    """The working day so many after a day, which does not count itself."""
    while count:
        date += DAY
        count -= is_working_day(date)
    return date


def months(date, count):
    """The same day of the month so many months later, or that month's last day where it has no such day."""
    index = date.year * 12 + date.month - 1 + count
    year, month = divmod(index, 12)
    return datetime.date(year, month + 1, min(date.day, calendar.monthrange(year, month + 1)[1]))


def period(first, count):
    """The last day of so many months that begin with a day."""
    end = months(first, count)
    return end - DAY if end.day == first.day else end


# -- the bail period --------------------------------------------------------------------------------------------------

LEVELS = {"BAIL_EXT3": 3, "BAIL_EXT6D": 6, "BAIL_EXT6": 6, "BAIL_EXT9": 9, "BAIL_EXT12D": 12}
COURT = ("BAIL_COURT1", "BAIL_COURTN")
ON_BAIL = ["BAIL_INITIAL", *LEVELS, *COURT, "BAIL_APP_PENDING", "BAIL_DPP", "BAIL_DPP_FURTHER_INFO"]
LAPSING = ["BAIL_INITIAL", *LEVELS, *COURT, "BAIL_DPP_FURTHER_INFO"]


def bail_law(arrest):
    """Which edition of the law an arrest falls under: 1 knows no period."""
    return 1 if arrest < day("2017-04-03") else 2 if arrest < day("2022-10-28") else 3


def bail_end(arrest, events):
    """The last day of the period after these events: a date; None where none runs; ("still", N) with N days left.

    `events`: (day, name, state reached, fields), in their order. It is kept which days count: the period is so many days,
    and its last is the one on which they are used up.
    """
    law = bail_law(arrest)
    if law == 1:
        return None
    first = arrest + DAY
    initial = first + 27 * DAY if law == 2 else period(first, 3)
    nominal = initial                   # its end if every day counted
    extra = 0                           # days given besides: the floor of seven, and what a court gave
    runs, stays = [], []                # [first, first that does not count or None]
    state, still, designated, released, pending = "DETAINED", None, False, False, False

    def used(until):
        return sum(((min(b, until) if b else until) - a).days for a, b in runs if a < until)

    def end(hospital=True):
        left = (nominal - first).days + 1 + extra - used(runs[-1][0])
        date = runs[-1][0] + (left - 1) * DAY
        if not hospital:
            return date
        while True:
            there = next((s for s in stays if s[0] <= date and (s[1] is None or date <= s[1])), None)
            if there is None:
                return date
            if there[1] is None:
                return "in hospital", date
            # Count on, one by one, leaving the days in hospital out, up to this discharge.
            need = (nominal - first).days + 1 + extra
            counted, at = 0, first - DAY
            while counted < need:
                at += DAY
                runs_then = any(a <= at and (b is None or at < b) for a, b in runs)
                inside = any(s[0] <= at <= (s[1] or at) and at <= there[1] for s in stays)
                counted += runs_then and not inside
            if at <= date:
                return date
            date = at

    def stop(at):
        if runs and runs[-1][1] is None:
            runs[-1][1] = max(at, runs[-1][0])

    for at, name, reached, fields in events:
        if name == "enter_hospital":
            stays.append([at, None])
        if name == "leave_hospital" and stays and stays[-1][1] is None:
            stays[-1][1] = max(at, stays[-1][0] - DAY)
        if reached == state:
            continue
        before, state = state, reached
        begin = max(at, first)
        if state == "BAIL_DPP":
            if still is None:
                stop(begin if released else first)
                still = begin if released else first
            pending, released = False, True
        elif state in ("FAILED_TO_ATTEND", "BREACH_ARREST", "ABP_EXPIRED"):
            pass
        elif state in ON_BAIL:
            if state in LEVELS:
                nominal, designated = period(first, LEVELS[state]), designated or state.endswith("D")
            elif state == "BAIL_INITIAL":
                nominal = initial
            given = fields.get("until") if state in COURT else None
            if state in COURT and not given and before == "BAIL_APP_PENDING":
                if state == "BAIL_COURT1":
                    nominal = period(first, {2: (6, 9), 3: (12, 18)}[law][designated])
                else:
                    nominal = period(nominal + DAY, 3)
            was_still = still is not None
            if not runs or runs[-1][1] is not None:
                runs.append([begin if released else first, None])
            still = None
            if given:
                extra_days = (day(given) - end(False)).days
                nominal += extra_days * DAY
                stays = [s for s in stays if s[1] is None]
            if state == "BAIL_DPP_FURTHER_INFO" and was_still and before == "BAIL_DPP":
                short = (at + 6 * DAY - end(False)).days
                extra += max(0, short)
            pending, released = state == "BAIL_APP_PENDING", True
        else:
            stop(at)
            still, pending = None, False
    if still is not None:
        return "still", max(0, (nominal - first).days + 1 + extra - used(still))
    if not runs or runs[-1][1] is not None or pending:
        return None
    return end()


# -- the other clocks -------------------------------------------------------------------------------------------------

# Clock: (kind, states, field that says the last day, period, runs on over a change of state, events that begin it anew,
#         events that end it, a fact that the record must have).
STAYS = {
    "B2.return": ("CUS", ON_BAIL, "return_on", None, False, [], [], None),
    "B2.review": ("CUS", ["RUI"], "review_on", ("days", 28), False, ["review_release"], [], None),
    "C3.review": ("DUT", ["EXCEPTED"], "review_on", None, False, [], [], None),
    "C4.request": ("VRR", ["OFFERED"], None, ("months", 3), False, [], [], None),
    "C4.ordinarily": ("VRR", ["OFFERED"], None, ("working", 10), False, [], [], ("scheme", "CPS")),
    "C4.acknowledge": ("VRR", ["REQUESTED"], None, ("working", 10), False, [], ["acknowledge"], ("scheme", "police")),
    "C4.decide": ("VRR", ["REQUESTED", "LOCAL", "INDEPENDENT"], None, ("working", 30), True, [], [],
                  ("scheme", "police")),
    "C4.local": ("VRR", ["REQUESTED", "LOCAL"], None, ("working", 10), True, [], [], ("scheme", "CPS")),
    "C4.independent": ("VRR", ["INDEPENDENT"], None, ("working", 30), False, [], [], ("scheme", "CPS")),
    "F1.review": ("RET", ["RETAINED"], "review_on", ("months", 72), False, [], [], None),
    "F1.hold": ("RET", ["HELD", "RESTRICTED"], "review_on", None, False, [], [], None),
}


def after(date, length):
    unit, count = length
    return {"days": lambda: date + count * DAY, "months": lambda: months(date, count),
            "working": lambda: working_days(date, count)}[unit]()


def stay_end(clock, begun, facts, initial, events):
    kind, states, field, length, across, anew, ends, only = STAYS[clock]
    if only and facts.get(only[0]) != only[1]:
        return None
    state = initial
    due = after(begun, length) if length and state in states else None
    for at, name, reached, fields in events:
        before, state = state, reached
        if state not in states or name in ends:
            due = None
        elif field and fields.get(field):
            due = day(fields[field])
        elif before not in states or name in anew or (before != state and not across):
            due = after(at, length) if length else None
    return due


def request_end(begun, events):
    """The day by which a request must be answered; None when it is answered, waits for proof or stands still."""
    OPEN = ["RECEIVED", "ID_CHECK", "CLARIFY", "IN_PROGRESS", "EXTENDED"]
    relevant, length, stood, since, state = begun, 1, 0, None, "RECEIVED"
    for at, name, reached, fields in events:
        if reached == state:
            continue
        before, state = state, reached
        if before not in OPEN:
            relevant, length, stood = at, 1, 0
        if since:
            stood, since = stood + (at - since).days, None
        if before == "ID_CHECK" and state in OPEN:
            relevant = max(relevant, at)
        if state == "EXTENDED":
            length = 3
        if state == "CLARIFY" and at >= day("2026-02-05"):
            since = at
    if state not in OPEN or state == "ID_CHECK" or since:
        return None
    if relevant < day("2018-05-25"):
        return relevant + (40 + stood) * DAY
    return months(relevant, length) + stood * DAY


INITIAL = {"CUS": "DETAINED", "DUT": "DUE", "VRR": "OFFERED", "RET": "ACTIVE", "DSR": "RECEIVED"}


def lapse(kind, begun, facts, events):
    """The first day on which the mere passing of days moves the record, and to where; None if nothing does."""
    state = events[-1][2] if events else INITIAL[kind]
    last = max([begun] + [e[0] for e in events])
    due, to = None, None
    if kind == "CUS" and state in LAPSING:
        due, to = bail_end(begun, events), "ABP_EXPIRED"
    elif kind == "DUT" and state == "DUE":
        due, to = duty_end(begun, facts, events), "OVERDUE"
    elif kind == "VRR" and state == "OFFERED":
        due, to = stay_end("C4.request", begun, facts, "OFFERED", events), "LAPSED"
    elif kind == "RET" and state == "RETAINED":
        # A review that is due is so on its day; what has ended has ended the day after.
        due, to = stay_end("F1.review", begun, facts, "ACTIVE", events), "REVIEW_DUE"
        return (max(due, last + DAY), to) if due else None
    if not isinstance(due, datetime.date):
        return None
    return max(due, last) + DAY, to


def duty_end(begun, facts, events):
    """The last working day in time to tell a victim: the fifth, or the first with enhanced rights; None once it is met."""
    state = events[-1][2] if events else "DUE"
    return working_days(begun, 5 if facts.get("working_days") == 5 else 1) if state in ("DUE", "OVERDUE") else None


def course(kind, begun, facts, events, as_at):
    """The events up to a day, with what the passing of days did between them."""
    done = []
    for event in [*[e for e in events if e[0] <= as_at], None]:
        until = event[0] if event else as_at
        while (moved := lapse(kind, begun, facts, done)) and moved[0] <= until:
            done.append((moved[0], "", moved[1], {}))
        if event:
            done.append(event)
    return done


def deadlines(kind, begun, facts, events, as_at):
    """Every clock that runs for a record at the end of a day, and its last day in time."""
    if as_at < begun:
        return {}
    done = course(kind, begun, facts, events, as_at)
    found = {}
    if kind == "CUS":
        found["B2.abp"] = bail_end(begun, done)
        if isinstance(found["B2.abp"], tuple) and found["B2.abp"][0] == "in hospital":
            # It stands until the day on which it would end.
            found["B2.abp"] = found["B2.abp"][1] if as_at < found["B2.abp"][1] else None
    if kind == "DUT":
        found["C3.tell"] = duty_end(begun, facts, done)
    if kind == "DSR":
        found["F2.answer"] = request_end(begun, done)
    for clock in STAYS:
        if STAYS[clock][0] == kind:
            found[clock] = stay_end(clock, begun, facts, INITIAL[kind], done)
    return {clock: due for clock, due in found.items() if isinstance(due, datetime.date)}


if __name__ == "__main__":
    # The vectors of the domain's page.
    for arrest, ends in [("2024-01-10", "2024-04-10 2024-07-10 2024-10-10 2025-01-10 2025-07-10 2026-01-10"),
                         ("2024-11-29", "2025-02-28 2025-05-29 2025-08-29 2025-11-29 2026-05-29 2026-11-29"),
                         ("2024-08-30", "2024-11-30 2025-02-28 2025-05-30 2025-08-30 2026-02-28 2026-08-30"),
                         ("2023-11-28", "2024-02-28 2024-05-28 2024-08-28 2024-11-28 2025-05-28 2025-11-28")]:
        for count, end in zip((3, 6, 9, 12, 18, 24), ends.split()):
            assert period(day(arrest) + DAY, count) == day(end), (arrest, count)
    steps = [("2024-01-10", "bail", "BAIL_INITIAL"), ("2024-03-11", "bail_for_dpp", "BAIL_DPP"),
             ("2024-04-15", "dpp_asks_more", "BAIL_DPP_FURTHER_INFO"), ("2024-04-29", "dpp_request_met", "BAIL_DPP")]
    ends = [bail_end(day("2024-01-10"), [(day(a), b, c, {}) for a, b, c in steps[:n + 1]]) for n in range(4)]
    assert ends == [day("2024-04-10"), ("still", 31), day("2024-05-15"), ("still", 17)], ends
    print("the vectors hold")
