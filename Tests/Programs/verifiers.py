"""Other people's software that checks an audit log: Go's x/mod, openssl, PyPI's pymerkle and rfc8785.

scripts/install --tests fetches them. What openssl and the Python packages run is what docs/formats-audit.md tells a stranger
to run: the blocks are taken from that page.
"""
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
PYTHON = ROOT / ".build/verifiers/bin/python"
GO = shutil.which("go") or "/usr/lib/go-1.19/bin/go"
# A program that stumbles has refused nothing: each says no with this code.
REFUSED = 1


class Verifiers:
    """Each of them as a function: what it ran, with its exit code and what it said."""

    def __init__(self):
        if not PYTHON.exists() or not pathlib.Path(GO).exists():
            sys.exit("Other people's verifiers are not here: scripts/install --tests fetches them.")
        self.folder = pathlib.Path(tempfile.mkdtemp(prefix="dalesway-verifiers-"))
        page = (ROOT / "docs/formats-audit.md").read_text(encoding="utf-8")
        self.blocks = {words: body for _, body, words in re.findall(r"^```(sh|python)\n(# ([^\n]*)\n.*?)^```$", page, re.M | re.S)}
        self.verify_log = self.folder / "verify-log"
        built = self.run([GO, "build", "-o", self.verify_log, ROOT / "Tests/Programs/verify-log.go"], cwd=self.folder, env=os.environ | {
            "GO111MODULE": "off", "GOFLAGS": "", "GOPATH": "/usr/share/gocode", "GOCACHE": str(ROOT / ".build/go"),
            "CGO_ENABLED": "0", "GOTOOLCHAIN": "local"})
        if built.returncode != 0:
            sys.exit(f"Go does not build Tests/Programs/verify-log.go:\n{built.stderr}")

    @staticmethod
    def run(command, **others):
        return subprocess.run([str(x) for x in command], stdin=subprocess.DEVNULL, capture_output=True, text=True, **others)

    def go(self, *arguments):
        """The driver of sumdb/note and sumdb/tlog."""
        return self.run([self.verify_log, *arguments])

    def script(self, *arguments):
        """Ours for whom trusts no program of ours: a page of Python, and openssl."""
        return self.run([ROOT / "scripts/verify-log", *arguments])

    def python(self, export):
        """pymerkle and rfc8785, in the folder of an export."""
        return self.run([PYTHON, "-c", self.blocks["leaves and roots"]], cwd=export)

    def block(self, words, **files):
        """The commands of one block, in a folder that holds these files' contents under these names."""
        with tempfile.TemporaryDirectory(dir=self.folder) as place:
            for name, content in files.items():
                pathlib.Path(place, name.replace("_", ".")).write_bytes(content)
            return self.run(["sh", "-c", self.blocks[words]], cwd=place, env=os.environ | {"TMPDIR": place})

    def openssl(self, export, key):
        """Every checkpoint of an export, by the key that was held; the first that is refused, else the last."""
        for path in sorted(export.glob("checkpoint*")):
            ran = self.block("signature of the log", checkpoint=path.read_bytes(), log_vkey=key)
            if ran.returncode != 0:
                break
        return ran

    def end(self):
        shutil.rmtree(self.folder)
