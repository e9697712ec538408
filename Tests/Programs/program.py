"""The built program, driven as a user drives it."""
import json, os, pathlib, shutil, subprocess, tempfile


class Program:
    """A store of its own in a new folder, and the program told of it by its own options and variables alone."""

    def __init__(self, path=None):
        path = path or os.environ.get("DALESWAY", ".build/release/dalesway")
        self.path = str(pathlib.Path(path).resolve())
        self.folder = pathlib.Path(tempfile.mkdtemp(prefix="dalesway-test-"))
        self.passphrase = self.folder / "passphrase"
        self.passphrase.write_text("seven quiet herons cross the weir\n")
        self.passphrase.chmod(0o600)
        self.store = self.folder / "store"
        # What this made-up machine has seen of stores; every way to start the program inherits it.
        os.environ["XDG_STATE_HOME"] = str(self.folder / "state")

    def run(self, *args, user="inspector", store=None):
        environment = {k: v for k, v in os.environ.items() if not k.startswith("DALESWAY_")}
        environment["DALESWAY_PASSPHRASE_FILE"] = str(self.passphrase)
        if store and str(store) != str(self.store):
            # A copy of a store is looked at on a machine of its own: it may well be of an earlier moment.
            environment["XDG_STATE_HOME"] = tempfile.mkdtemp(prefix="state-", dir=self.folder)
        return subprocess.run(
            [self.path, "--store", str(store or self.store), "--user", user, *map(str, args)],
            stdin=subprocess.DEVNULL, capture_output=True, text=True, env=environment, timeout=1800)

    def demo(self):
        """The demonstration: a copy of the one that was made for all tests (DALESWAY_DEMO), or one made for this test."""
        made = os.environ.get("DALESWAY_DEMO")
        if not made:
            self.must("demo", user="custodian")
            return
        for name, target in (("store", self.store), ("state", pathlib.Path(os.environ["XDG_STATE_HOME"]))):
            shutil.copytree(pathlib.Path(made, name), target)

    def answer(self, *args, user="inspector"):
        """One JSON object that the program printed, and its exit code."""
        result = self.run(*args, "--json", user=user)
        try:
            return json.loads(result.stdout), result.returncode
        except ValueError:
            raise RuntimeError(f"{' '.join(map(str, args))}: exit {result.returncode}: {result.stderr[:400]}") from None

    def must(self, *args, user="inspector"):
        result = self.run(*args, user=user)
        if result.returncode != 0:
            raise RuntimeError(f"{' '.join(map(str, args))}: exit {result.returncode}: {result.stderr[:2000]}")
        return result.stdout

    def export(self, user="inspector"):
        return [json.loads(x) for x in self.must("export", user=user).splitlines() if x.strip()]

    def write(self, name, lines):
        path = self.folder / name
        path.write_text("".join(json.dumps(x, ensure_ascii=False) + "\n" for x in lines), encoding="utf-8")
        return path


class Checks:
    """What held and what fell short, said at the end."""

    def __init__(self):
        self.held, self.short = 0, []

    def __call__(self, words, good, saw=""):
        if good:
            self.held += 1
        else:
            self.short.append(f"{words}: {saw}"[:500] if saw != "" else words)

    def end(self):
        for words in self.short[:40]:
            print("falls short:", words)
        print(f"{self.held} hold, {len(self.short)} fall short")
        return 1 if self.short else 0
