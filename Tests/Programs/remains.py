#!/usr/bin/env python3
"""What remains of some bytes in a store's files, once every page and every frame is opened.

    remains.py FOLDER ACCOUNT PASSPHRASE-FILE       and lines `LABEL HEX` on standard input

Every page of case.db is opened as it stands, used or free, with the room in it that nothing uses any more; so is every
frame of the log. Prints one JSON object: how much was opened, and of each label that was found where it was. A piece of
sixteen bytes at either end counts as found.
"""
import json
import pathlib
import sys
import tempfile

from reader import opened


def main(folder, account, passphrase):
    wanted = [(label, bytes.fromhex(text)) for label, text in (line.split() for line in sys.stdin)]
    folder = pathlib.Path(folder)
    with tempfile.TemporaryDirectory() as scratch:
        _, vault, database = opened(
            folder, account, pathlib.Path(passphrase).read_text().rstrip("\n"), pathlib.Path(scratch, "plain"))
        database.close()
    places = [(f"page {number}", text) for number, text in enumerate(vault.pages, 1)]
    places += [(f"frame {number}", text) for number, text in enumerate(vault.frames, 1)]
    places += [(path.name, path.read_bytes()) for path in sorted(folder.iterdir()) if path.name != "reserve"]
    found = {}
    for label, content in wanted:
        for where, text in places:
            if content[:16] in text or content[-16:] in text:
                found.setdefault(label, []).append(where)
    print(json.dumps({"pages": len(vault.pages), "frames": len(vault.frames), "found": found}))


if __name__ == "__main__":
    main(*sys.argv[1:])
