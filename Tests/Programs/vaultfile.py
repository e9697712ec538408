"""The files of a store, as docs/formats-vault.md describes them: sealed pages and log in, plain SQLite files out."""
import hashlib
import hmac
import pathlib
import struct

from primitives import XAES, blocks, exclusive_or, hkdf, must

PAGE, LOCK_PAGE = 4096, 262_145
FRAME, FRAMES_START = 4120, 512


class VaultFile:
    """One store's database and log; everything is opened and judged when it is made."""

    def __init__(self, folder, store_id, keys_by_epoch):
        """`keys_by_epoch`: each store key that the account has, by its number."""
        folder = pathlib.Path(folder)
        self.data = (folder / "case.db").read_bytes()
        log = folder / "case.db-wal"
        self.log = log.read_bytes() if log.exists() else b""
        self.store_id = store_id
        self.read_header(keys_by_epoch)
        self.read_marks()
        self.read_log()
        self.read_pages()

    def read_header(self, keys_by_epoch):
        header = self.data[:4096]
        must(header[:16] == b"Dalesway store\0\n" and len(header) == 4096, "not a store")
        must(hashlib.sha256(header[:4064]).digest() == header[4064:], "the header is damaged")
        self.format, page, kept, self.epoch = struct.unpack(">4I", header[16:32])
        must(self.format in (1, 2) and (page, kept) == (4096, 48), f"format {self.format}")
        must(header[32:48] == self.store_id, "another store")
        must(self.epoch in keys_by_epoch, f"no key of epoch {self.epoch}")
        key, words = keys_by_epoch[self.epoch], f"dalesway vault {self.format} ".encode()
        self.key = {purpose: hkdf(key, words + purpose.encode() + struct.pack(">I", self.epoch), self.store_id)
                    for purpose in ("page", "frame", "header", "mark", "root", "check")}
        must(header[48:64] == self.key["check"][:16], "the wrong key")
        must(hmac.digest(self.key["header"], header[:4032], "sha256") == header[4032:4064], "the header is damaged")
        self.seals = {purpose: XAES(self.key[purpose]) for purpose in ("page", "frame", "mark")}

    def open(self, purpose, kind, number, log, block):
        """The text of a sealed block and its note; nothing if it does not open."""
        n = len(block) - 48
        if n <= 0:
            return None, 0
        additional = kind + struct.pack(">IQ", number, log) + block[n:n + 8]
        if struct.unpack(">I", block[n:n + 4])[0] != self.epoch:
            return None, 0
        text = self.seals[purpose].open(block[n + 8:n + 32], block[:n] + block[n + 32:], additional)
        return text, struct.unpack(">I", block[n + 4:n + 8])[0]

    def read_marks(self):
        """The mark with the greatest sequence: log, frames, and the root over the pages outside them."""
        found, waited = [], False
        for place in range(4):
            block = self.data[4096 + place * 1024:5120 + place * 1024]
            if self.format == 1:
                good = block[:8] == b"DWmark\0\x01" and hmac.digest(
                    self.key["mark"], block[:64] + bytes([place]), "sha256") == block[64:96]
                found += [struct.unpack(">QQI", block[8:28]) + (None, None)] if good else []
            else:
                text, _ = self.open("mark", b"DWmk", place, 0, block[:104])
                if text:
                    waited = waited or place < 2
                    found.append(struct.unpack(">QQI4x16s16s", text))
        must(found and (waited or self.format == 1), "no mark is whole")
        self.sequence, self.number, self.safe, self.root, self.last_tag = max(found)

    def read_log(self):
        """The log's plain frames, as far as they open; which pages stand in them."""
        self.frames, self.in_safe_frames, self.wal_header = [], set(), None
        number, header = self.number, None
        if self.log[:8] == b"DWlog\0\0\x01":
            number = struct.unpack(">Q", self.log[8:16])[0]
            header, _ = self.open("frame", b"DWlh", 0, number, self.log[16:512])
        if self.safe:
            must(header and number == self.number, "the log is not the one that the mark names")
        else:
            if not header or number <= self.number:
                for i in range((len(self.log) - FRAMES_START) // FRAME):
                    must(not self.frame(i, self.number + 1)[0], "a log without its header")
                return
            must(number == self.number + 1, "a log of a later moment")
        self.wal_header, known_safe = header[:32], self.safe
        count, end = (len(self.log) - FRAMES_START) // FRAME, None
        for i in range(count):
            text, note = self.frame(i, number)
            if text is None:
                must(i >= self.safe, f"frame {i + 1} was safe and does not open")
                end = i if end is None else end
            else:
                must(end is None or note <= end, "a frame that was safe does not open")
                if end is None:
                    self.frames.append(text)
                    if i < self.safe:
                        self.in_safe_frames.add(struct.unpack(">I", text[:4])[0])
        must(len(self.frames) >= known_safe, "the log is shorter than it was")
        if known_safe and self.format > 1:
            place = FRAMES_START + known_safe * FRAME
            must(self.log[place - 16:place] == self.last_tag, "another frame than the one that the mark counted")

    def frame(self, i, number):
        place = FRAMES_START + i * FRAME
        return self.open("frame", b"DWlf", i, number, self.log[place:place + FRAME])

    def read_pages(self):
        """Every page; the root over those that are in no safe frame must be the mark's."""
        count = (len(self.data) - 8192) // PAGE
        outside, self.pages = [], []
        in_log = {struct.unpack(">I", f[:4])[0] for f in self.frames}
        for p in range(1, count + 1):
            block = self.data[8192 + (p - 1) * PAGE:8192 + p * PAGE]
            if p not in self.in_safe_frames and p != LOCK_PAGE and any(block[-16:]):
                outside.append((bytes(12) + struct.pack(">I", p), block[-16:]))
            text = None if p == LOCK_PAGE else self.open("page", b"DWpg", p, 0, block)[0]
            # What stands in the log is read from there, and may be torn here.
            must(text is not None or p in in_log or p == LOCK_PAGE, f"page {p} does not open")
            self.pages.append((text or bytes(4048)) + bytes(48))
        if self.format > 1:
            must(self.sum(outside) == self.root, "pages of an earlier moment")

    def sum(self, pages):
        """The root over some pages: (the padded number, the tag) of each."""
        inner = blocks(self.key["root"], b"".join(p for p, _ in pages))
        tags = b"".join(t for _, t in pages)
        outer = blocks(self.key["root"], exclusive_or(inner, tags) if pages else b"")
        root = 0
        for i in range(0, len(outer), 16):
            root ^= int.from_bytes(outer[i:i + 16], "big")
        return root.to_bytes(16, "big")

    def write_plain(self, path):
        """Writes the database, and beside it its log, as SQLite itself would have them."""
        path = pathlib.Path(path)
        path.write_bytes(b"".join(self.pages))
        if self.wal_header:
            log = self.wal_header + b"".join(f + bytes(48) for f in self.frames)
            path.with_name(path.name + "-wal").write_bytes(log)
