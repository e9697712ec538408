#!/usr/bin/env python3
"""A reader of stores in other software than ours, written from docs/formats-vault.md and docs/formats-keys.md alone.

    reader.py FOLDER ACCOUNT PASSPHRASE-FILE PLAIN [KIND NUMBER]…

From the passphrase to rows: the slot is opened, the pages and the log are read and judged, a plain SQLite database is
written to PLAIN, the account list is believed or not, and what the account's compartments hold of the named records is
opened. Prints one JSON object. Exit 65 with a sentence if the files are not what the documents say. For tests alone:
what it writes is readable to everybody who may read the file.
"""
import hashlib
import hmac
import json
import pathlib
import sqlite3
import sys

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

from primitives import (Unreadable, b64, context, from_b64, from_jcs, hkdf, jcs, must, normal, public_half, scrypt, unbox,
                        unseal)
from vaultfile import VaultFile


class Slots:
    """The slot file, and one account signed in (formats-keys.md 3)."""

    def __init__(self, path, name, passphrase):
        content = path.read_bytes()
        self.digest = hashlib.sha256(content).digest()
        must(content.endswith(b"\n"), "the slot file has no end")
        file = from_jcs(content[:-1], "the slot file")
        must(file["format"] == "dalesway slots" and file["v"] in (1, 2), "not a slot file of version 1 or 2")
        self.generation = file["generation"]
        self.store = from_b64(file["store"])
        locator = b64(hmac.digest(from_b64(file["salt"]), normal(name.strip()), "sha256")[:16])
        slot = next((s for s in file["slots"] if s["locator"] == locator), None)
        must(slot, "no such account")
        derived = scrypt(normal(passphrase), from_b64(slot["salt"]), slot["n"], slot["r"], slot["p"])
        must(hkdf(derived, b"dalesway slot commitment v1") == from_b64(slot["commitment"]), "a wrong passphrase")
        secret = unseal(hkdf(derived, b"dalesway slot sealing v1"), from_b64(slot["sealed"]),
                        context("dalesway slot v1", {"locator": locator, "store": b64(self.store)}))
        must(secret and secret[0] == 1 and secret[1:17] == self.store, "the slot was altered")
        self.agreement, self.seed, pins = secret[17:49], secret[49:81], secret[81]
        self.pins = {secret[82 + 32 * i:114 + 32 * i] for i in range(pins)}
        rest = secret[82 + 32 * pins:]
        must(len(rest) == 1 + rest[0], "the slot's secret is not in its form")
        self.handle = rest[1:].decode("ascii")
        self.keys = {}
        for key in slot["keys"]:
            opened = unbox(self.agreement, from_b64(key["box"]), context("dalesway store key v1", {
                "epoch": key["epoch"], "store": b64(self.store), "to": b64(public_half(self.agreement))}))
            must(opened and len(opened) == 32, "the store key in the slot was altered")
            self.keys[key["epoch"]] = opened
        code = file.pop("code")
        newest = self.keys[max(self.keys)]
        must(b64(hmac.digest(hkdf(newest, b"dalesway slot file v1"), jcs(file), "sha256")) == code, "the slot file was altered")


class Accounts:
    """The account list, believed from one's own pins (formats-keys.md 5)."""

    def __init__(self, rows, slots):
        self.rows, self.store = {}, b64(slots.store)
        for kind, name, body, signature in rows:
            row = from_jcs(body, f"the row {kind} {name}")
            must(row["kind"] == kind and row["store"] == self.store and row["v"] == 1, f"{kind} {name} says it is another")
            must(name in self.names(row) and (kind, name) not in self.rows, f"{kind} {name} is not what its body says")
            self.rows[kind, name] = (row, body, signature)
        must(all(self.signed(r["from"], b, s) for r, b, s in self.of("succession")), "a succession is not signed by its key")
        trusted = {b64(p) for p in slots.pins}
        for _ in self.of("succession"):
            trusted |= {r["to"] for r, _, _ in self.of("succession") if r["from"] in trusted}
        active = {r["id"]: r for r, _, _ in self.of("user") if r["status"] == "active"}
        custodians = {h for h, r in active.items() if "custodian" in r["roles"] and r["signing"] in trusted
                      and self.signed(r["signing"], *self.rows["user", h][1:])}
        must(custodians, "nobody whom this account trusts")
        for _ in active:
            custodians |= {h for h, r in active.items() if "custodian" in r["roles"] and self.by(custodians, "user", h)}
        for kind, name in self.rows:
            if kind == "user" and name not in custodians or kind == "appointment" or kind == "compartment" and name.endswith("/1"):
                must(self.by(custodians, kind, name), f"{kind} {name} is not signed by a custodian")
        self.users = active
        self.granted = {n for n in self.named("grant") if self.by(custodians, "grant", n)}
        for _ in range(len(self.named("grant"))):
            self.granted |= {n for n in self.named("grant") if self.by(self.holders(n), "grant", n)}
        must(self.granted == self.named("grant"), "a grant is not signed by who may")
        for kind, name in self.rows:
            if kind == "recovery" or kind == "compartment" and not name.endswith("/1"):
                who = custodians if name.startswith("store/") else custodians | self.holders(name)
                must(self.by(who, kind, name), f"{kind} {name} is not signed by who may")
        for scope in ("accounts", "grants"):
            must(("head", scope) in self.rows, f"no head of {scope}")
            digest, holders = hashlib.sha256(), {self.rows["grant", n][0]["user"] for n in self.granted}
            for kind, name in sorted(self.rows):
                founding = kind in ("user", "succession", "appointment") or kind == "compartment" and name.endswith("/1")
                half = "accounts" if founding or name.startswith("store/") else "grants"
                if kind != "head" and half == scope:
                    digest.update(hashlib.sha256(self.rows[kind, name][1] + self.rows[kind, name][2]).digest())
            must(self.rows["head", scope][0]["digest"] == b64(digest.digest()), f"the head of {scope} is of other rows")
            must(self.by(custodians | (holders if scope == "grants" else set()), "head", scope), f"the head of {scope}")
        own = active.get(slots.handle)
        signing = Ed25519PrivateKey.from_private_bytes(slots.seed).public_key().public_bytes(Encoding.Raw, PublicFormat.Raw)
        must(own and own["agreement"] == b64(public_half(slots.agreement)) and own["signing"] == b64(signing),
             "the account's row is not of this slot's keys")
        self.own = own
        self.appointments = [r for r, _, _ in self.of("appointment")]
        for row in self.appointments:
            others = [row["user"]] + ([row["value"]] if row["post"] == "cover" else [])
            must(all(("user", other) in self.rows for other in others), "an appointment of nobody")
            must(("until" in row) == (row["post"] != "rank") and row["from"] <= row.get("until", row["from"]), "an appointment's days")
            must((row["post"], row["value"]) != ("role", "custodian") and len(set(others)) == len(others), "an impossible appointment")

    @staticmethod
    def names(row):
        """The names under which a row may stand."""
        if row["kind"] == "user":
            return [row["id"]]
        if row["kind"] == "compartment":
            return [f"{row['name']}/{row['epoch']}"]
        if row["kind"] == "grant":
            return [f"{row['user']}/{row['compartment']}/{row['epoch']}"]
        if row["kind"] == "recovery":
            what = f"compartment/{row['compartment']}" if "compartment" in row else "store"
            return [f"{what}/{row['epoch']}"]
        if row["kind"] == "succession":
            to = from_b64(row["to"]).hex()
            return [f"{from_b64(row['from']).hex()}/{to}", to]
        if row["kind"] == "appointment":
            of = f"/{row['value']}" if row["post"] in ("role", "cover") else ""
            return [f"{row['user']}/{row['post']}{of}/{row['from']}"]
        return [row["scope"]]

    def name(self, handle):
        """The name of an account by its handle; anything else as it is."""
        return self.rows["user", handle][0]["name"] if ("user", handle) in self.rows else handle

    def of(self, kind):
        return [v for (k, _), v in self.rows.items() if k == kind]

    def named(self, kind):
        return {n for k, n in self.rows if k == kind}

    def holders(self, name):
        """Who holds the compartment that a grant, a recovery row or a compartment's own row is of."""
        compartment = name.split("/")[-2]
        return {self.rows["grant", n][0]["user"] for n in self.granted if n.split("/")[1] == compartment}

    def by(self, who, kind, name):
        """Whether one of these people signed that row."""
        row, body, signature = self.rows[kind, name]
        signer = self.rows.get(("user", row["by"]))
        return row["by"] in who and signer is not None and self.signed(signer[0]["signing"], body, signature)

    @staticmethod
    def signed(key, body, signature):
        try:
            Ed25519PublicKey.from_public_bytes(from_b64(key)).verify(signature, b"dalesway signed row v1\n" + body)
            return True
        except InvalidSignature:
            return False

    def compartment_keys(self, slots):
        """The private halves that this account was granted: by name and epoch."""
        found = {}
        for name in self.granted:
            row = self.rows["grant", name][0]
            if row["user"] != self.own["id"]:
                continue
            place = {"compartment": row["compartment"], "epoch": row["epoch"]}
            key = unbox(slots.agreement, from_b64(row["wrapped"]), context(
                "dalesway compartment key v1", {**place, "store": self.store, "to": self.own["agreement"]}))
            public = self.rows["compartment", f"{row['compartment']}/{row['epoch']}"][0]["key"]
            must(key and b64(public_half(key)) == public, f"the grant {name} opens to another key")
            found[row["compartment"], row["epoch"]] = key
        return found


def fields(database, slots, keys, compartment, manner, box, subject, table, row):
    """What is sealed in one place (formats-keys.md 7); nothing if this account does not hold the compartment."""
    store, held = b64(slots.store), {e: k for (c, e), k in keys.items() if c == compartment}
    if not held:
        return None
    where = context("dalesway field v1", {"compartment": compartment, "field": "", "row": row, "store": store, "table": table})
    if manner == 1:
        content = next((c for c in (unbox(k, box, where) for k in held.values()) if c is not None), None)
    else:
        epoch, wrapped = database.execute("SELECT epoch, wrapped FROM subject_key WHERE subject = ? AND compartment = ?",
                                          (subject, compartment)).fetchone()
        inner = context("dalesway subject key v1",
                        {"compartment": compartment, "epoch": epoch, "store": store, "subject": subject})
        if wrapped[0] == 0:
            key = unseal(hkdf(held[epoch], b"dalesway subject keys v1"), wrapped[1:], inner)
        else:
            key = unbox(held[epoch], wrapped[1:], inner)
        must(key, f"the key of subject {subject} does not open")
        content = unseal(key, box, where)
    must(content is not None, f"a box of {table} {row} does not open")
    return from_jcs(content, f"a box of {table} {row}")


def record(database, slots, keys, kind, number):
    """One record: its state, what is in the clear inside the store, and what this account may open."""
    id, subject, state, facts = database.execute(
        "SELECT id, subject, state, facts FROM record WHERE kind = ? AND number = ?", (kind, number)).fetchone()
    boxes = database.execute("SELECT compartment, manner, box FROM record_box WHERE record = ?", (id,)).fetchall()
    events = []
    for seq, name, rule, facts_of, compartment, manner, box in database.execute(
            "SELECT seq, id, rule, facts, compartment, manner, box FROM event WHERE record = ? ORDER BY seq", (id,)).fetchall():
        opened = None if box is None else fields(database, slots, keys, compartment, manner, box, subject, "event", seq)
        struck = database.execute("SELECT compartment, manner, box FROM strike WHERE event = ? AND box IS NOT NULL",
                                  (seq,)).fetchone()
        events.append({"id": name, "rule": rule, "facts": json.loads(facts_of), "sealed": opened, "struck": struck and fields(
            database, slots, keys, *struck, subject, "strike", seq)})
    return {"state": state, "facts": json.loads(facts), "events": events, "sealed": {
        c: fields(database, slots, keys, c, m, box, subject, "record", id) for c, m, box in boxes}}


def opened(folder, account, passphrase, plain):
    """The slots that the store remembers, its files, and its rows as a plain database."""
    found = []
    for name in ("slots", "slots.copy", "slots.new"):
        if not (folder / name).exists() or (folder / name).read_bytes() in found:
            continue
        found.append((folder / name).read_bytes())
        slots = Slots(folder / name, account, passphrase)
        vault = VaultFile(folder, slots.store, slots.keys)
        vault.write_plain(plain)
        database = sqlite3.connect(plain)
        must(database.execute("PRAGMA integrity_check").fetchone() == ("ok",), "the pages do not fit together")
        facts = dict(database.execute("SELECT name, value FROM store"))
        if "slots.generation" not in facts or (int(facts["slots.generation"]), facts["slots.digest"]) == (
                slots.generation, slots.digest):
            return slots, vault, database
        database.close()
    raise Unreadable("no slot file is the one that the store remembers")


def main(folder, account, passphrase, plain, *wanted):
    slots, vault, database = opened(
        pathlib.Path(folder), account, pathlib.Path(passphrase).read_text().rstrip("\n"), plain)
    accounts = Accounts(database.execute("SELECT kind, name, body, signature FROM signed_row").fetchall(), slots)
    keys = accounts.compartment_keys(slots)
    tables = [n for n, in database.execute("SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name")]
    answer = {
        "format": vault.format, "epoch": vault.epoch, "log": vault.number, "frames": len(vault.frames),
        "pages": len(vault.pages), "account": accounts.own["name"], "accounts": len(accounts.users),
        "compartments": sorted({c for c, _ in keys}),
        "appointments": sorted([accounts.name(r["user"]), r["post"], accounts.name(r["value"]), r["from"], r.get("until")]
                               for r in accounts.appointments),
        "counts": {t: database.execute(f'SELECT count(*) FROM "{t}"').fetchone()[0] for t in tables},
        "kinds": dict(database.execute("SELECT kind, count(*) FROM record GROUP BY kind")),
        "records": {f"{k} {n}": record(database, slots, keys, k, int(n)) for k, n in zip(wanted[::2], wanted[1::2])}}
    database.close()
    print(json.dumps(answer, ensure_ascii=False, indent=1))
    return 0


if __name__ == "__main__":
    if len(sys.argv) < 5:
        sys.exit(__doc__)
    try:
        sys.exit(main(*sys.argv[1:]))
    except Unreadable as error:
        print(f"reader: {error}", file=sys.stderr)
        sys.exit(65)
