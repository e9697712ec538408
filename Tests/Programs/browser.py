"""A real browser without a window, driven over a pipe by its own protocol: Debian's chromium-headless-shell."""
import base64
import json
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile

PROGRAM = shutil.which("chromium-headless-shell") or shutil.which("chromium")
ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
PACKAGES = ROOT / ".build/verifiers/lib"


def axe():
    """The text of axe-core as a package of PyPI carries it; scripts/install --tests fetches the package."""
    found = sorted(PACKAGES.glob("python*/site-packages/axe_playwright_python/axe.min.js"))
    if not found:
        sys.exit("axe is not here: scripts/install --tests fetches it.")
    return found[-1].read_text(encoding="utf-8")


class Browser:
    """One page at a time, of a width and height, on a medium; files alone, and no network."""

    def __init__(self):
        if not PROGRAM:
            sys.exit("chromium-headless-shell is not here: scripts/install --tests fetches it.")
        self.folder = tempfile.mkdtemp(prefix="dalesway-browser-")
        hears, self.says = os.pipe()
        self.reads, speaks = os.pipe()

        def hand_over():
            # The browser hears on its third descriptor and speaks on its fourth; 10 and 11 keep them from treading on each other.
            os.dup2(hears, 10), os.dup2(speaks, 11), os.dup2(10, 3), os.dup2(11, 4)

        command = [PROGRAM, "--headless", "--remote-debugging-pipe", f"--user-data-dir={self.folder}", "--disable-gpu",
                   "--disable-dev-shm-usage", "--hide-scrollbars", "--no-first-run", "--host-resolver-rules=MAP * ~NOTFOUND",
                   # Root has no namespace of its own to put the browser in.
                   *(["--no-sandbox"] if os.geteuid() == 0 else []), "about:blank"]
        self.process = subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
                                        preexec_fn=hand_over, close_fds=False)
        os.close(hears), os.close(speaks)
        self.next, self.rest, self.events, self.session = 0, b"", [], None
        target = self.call("Target.createTarget", url="about:blank")["targetId"]
        self.session = self.call("Target.attachToTarget", targetId=target, flatten=True)["sessionId"]
        for domain in ["Page", "Runtime", "Log"]:
            self.call(f"{domain}.enable")

    def call(self, method, **parameters):
        """What the browser answers to one request of its protocol."""
        self.next += 1
        message = {"id": self.next, "method": method, "params": parameters}
        if self.session:
            message["sessionId"] = self.session
        self.write(message)
        while True:
            answer = self.read()
            if answer.get("id") == self.next:
                if "error" in answer:
                    raise RuntimeError(f"{method}: {answer['error']}")
                return answer["result"]
            self.events.append(answer)

    def write(self, message):
        rest = json.dumps(message).encode() + b"\0"
        while rest:
            rest = rest[os.write(self.says, rest):]

    def read(self):
        while b"\0" not in self.rest:
            piece = os.read(self.reads, 1 << 16)
            if not piece:
                raise RuntimeError("the browser has gone")
            self.rest += piece
        message, _, self.rest = self.rest.partition(b"\0")
        return json.loads(message)

    def open(self, path, width=1280, height=900, media="screen", dark=False):
        """Shows a file; what the page complained of is in `events`."""
        self.events = []
        self.call("Emulation.setDeviceMetricsOverride", width=width, height=height, deviceScaleFactor=1, mobile=False)
        self.call("Emulation.setEmulatedMedia", media=media,
                  features=[{"name": "prefers-color-scheme", "value": "dark" if dark else "light"}])
        self.call("Page.navigate", url=pathlib.Path(path).resolve().as_uri())
        while not any(x.get("method") == "Page.loadEventFired" for x in self.events):
            self.events.append(self.read())

    def run(self, script):
        """The value of a piece of JavaScript, a promise's too."""
        result = self.call("Runtime.evaluate", expression=script, awaitPromise=True, returnByValue=True)
        if "exceptionDetails" in result:
            raise RuntimeError(result["exceptionDetails"]["exception"].get("description", "?")[:500])
        return result["result"].get("value")

    def picture(self, path):
        """The whole page as a PNG."""
        found = self.call("Page.captureScreenshot", captureBeyondViewport=True)
        pathlib.Path(path).write_bytes(base64.b64decode(found["data"]))

    def pdf(self):
        """The page as it is printed, as a PDF with its structure."""
        found = self.call("Page.printToPDF", preferCSSPageSize=True, generateTaggedPDF=True, printBackground=True)
        return base64.b64decode(found["data"])

    def end(self):
        self.process.terminate()
        self.process.wait()
        shutil.rmtree(self.folder, ignore_errors=True)
