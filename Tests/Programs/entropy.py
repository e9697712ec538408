"""Whether sealed bytes look like nothing at all, and clear ones are only those that the documents name."""
import base64
import collections
import json

# 255 degrees of freedom; seven times the spread either way is beyond a chance of one in 10^9.
MEAN, SPREAD = 255, (2 * 255) ** 0.5


def chi_square(content):
    """How far the counts of the 256 bytes are from even: about 255 for noise."""
    even, counts = len(content) / 256, collections.Counter(content)
    return sum((counts[b] - even) ** 2 for b in range(256)) / even


def uneven(content):
    """The words of a fault if these bytes, some thousand at least, are not noise."""
    found = chi_square(content)
    return [] if abs(found - MEAN) < 7 * SPREAD else [f"chi-square {found:.0f}"]


def regions_of_database(data):
    """The parts of case.db: (name, sealed bytes) and (name, bytes that must be zero)."""
    sealed, zero = [], [("header", data[64:4032])]
    for place in range(4):
        mark = data[4096 + place * 1024:5120 + place * 1024]
        sealed.append((f"mark {place}", mark[:56] + mark[88:104]) if any(mark) else (f"mark {place}", b""))
        zero.append((f"after mark {place}", mark[104:]))
    for start in range(8192, len(data), 4096):
        page = data[start:start + 4096]
        sealed.append((f"page {(start - 8192) // 4096 + 1}", page[:4048] + page[4080:] if any(page) else b""))
    return sealed, zero


def regions_of_log(data):
    """The parts of case.db-wal."""
    sealed = [("header", data[16:464] + data[496:512])]
    for start in range(512, len(data) - 4119, 4120):
        sealed.append((f"frame {(start - 512) // 4120 + 1}", data[start:start + 4072] + data[start + 4104:start + 4120]))
    return sealed, []


def sealed_members(value):
    """Every text of the slot file that is base64 of something, in one piece."""
    if isinstance(value, dict):
        return b"".join(sealed_members(v) for k, v in sorted(value.items()) if k not in ("format", "store"))
    if isinstance(value, list):
        return b"".join(sealed_members(v) for v in value)
    return base64.b64decode(value) if isinstance(value, str) else b""


def faults(name, content):
    """What is wrong with one file of a store, by its name; also with a name that no document has."""
    if name == "lock":
        return [] if content.startswith(b"process ") or not content else [f"{name} holds something else"]
    if name == "attempts":
        file = json.loads(content)
        numbers = [*file.get("slots", {}).values(), file.get("unknown", 0)]
        return [] if all(isinstance(n, int) for n in numbers) else [f"{name} holds more than counts"]
    if name == "manifest":
        return [f"{name}: {f}" for f in uneven(base64.b64decode(json.loads(content)["sealed"]))
                if len(json.loads(content)["sealed"]) > 2048]
    if name == "checkpoint":
        # A signed note, readable on purpose: a name, a size, a root.
        return [] if len(content) < 65_536 else [f"{name} holds something else"]
    if name == "reserve":
        # Room kept back on the disk; nothing is ever written in it.
        return [f"{name} holds something"] if content.strip(b"\0") else []
    if name.startswith("slots"):
        # Salts, boxes, codes: small, so all of them together.
        return [f"{name}: {f}" for f in uneven(sealed_members(json.loads(content)))]
    if name == "case.db":
        sealed, zero = regions_of_database(content)
    elif name == "case.db-wal":
        sealed, zero = regions_of_log(content)
    else:
        return [f"{name} is no file that the documents name"]
    found = [f"{name}, {part}: not zero" for part, piece in zero if any(piece)]
    found += [f"{name}, {part}: {f}" for part, piece in sealed if len(piece) >= 2048 for f in uneven(piece)]
    whole = b"".join(piece for _, piece in sealed)
    found += [f"{name}: {f}" for f in uneven(whole)]
    # Sixteen bytes that stand twice would show what was equal before it was sealed.
    seen = collections.Counter(piece[i:i + 16] for _, piece in sealed for i in range(0, len(piece) - 15, 16))
    found += [f"{name}: 16 bytes stand {n} times" for _, n in seen.most_common(1) if n > 1]
    return found
