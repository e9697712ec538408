"""The ciphers and spellings of docs/formats-vault.md 1 and docs/formats-keys.md 1, made from other people's libraries."""
import base64
import hashlib
import hmac
import json
import unicodedata

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey, X25519PublicKey
from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat


class Unreadable(Exception):
    """The files are not what the documents say."""


def must(good, words):
    if not good:
        raise Unreadable(words)


def blocks(key, content):
    """Every 16 bytes of the content through AES-256, each for itself."""
    cipher = Cipher(algorithms.AES(key), modes.ECB()).encryptor()
    return cipher.update(content) + cipher.finalize()


def exclusive_or(a, b):
    return (int.from_bytes(a, "big") ^ int.from_bytes(b, "big")).to_bytes(len(a), "big")


def hkdf(key, info, salt=b""):
    """HKDF-SHA-256 (RFC 5869) of 32 bytes: one block is all of it."""
    drawn = hmac.digest(salt or bytes(32), key, "sha256")
    return hmac.digest(drawn, info + b"\x01", "sha256")


class XAES:
    """XAES-256-GCM (c2sp.org/XAES-256-GCM) under one key; opens only."""

    def __init__(self, key):
        self.key, self.ciphers = key, {}
        double = int.from_bytes(blocks(key, bytes(16)), "big") << 1
        self.mask = ((double & ((1 << 128) - 1)) ^ (0x87 if double >> 128 else 0)).to_bytes(16, "big")

    def open(self, nonce, sealed, context):
        """The text, or nothing if it does not open."""
        prefix = nonce[:12]
        if prefix not in self.ciphers:
            halves = [exclusive_or(bytes([0, n]) + b"X\x00" + prefix, self.mask) for n in (1, 2)]
            self.ciphers[prefix] = AESGCM(blocks(self.key, b"".join(halves)))
        try:
            return self.ciphers[prefix].decrypt(nonce[12:], sealed, context)
        except InvalidTag:
            return None


def unseal(key, sealed, context):
    """Opens a Seal; nothing if it does not open."""
    return XAES(key).open(sealed[:24], sealed[24:], context)


def public_half(private):
    return X25519PrivateKey.from_private_bytes(private).public_key().public_bytes(Encoding.Raw, PublicFormat.Raw)


def unbox(private, box, context):
    """Opens a Box; nothing if it does not open."""
    shared = X25519PrivateKey.from_private_bytes(private).exchange(X25519PublicKey.from_public_bytes(box[:32]))
    return unseal(hkdf(shared, b"dalesway box v1", box[:32] + public_half(private)), box[32:], context)


def jcs(value):
    """RFC 8785, for what stands in the formats: ASCII keys, texts, whole numbers."""
    return json.dumps(value, sort_keys=True, separators=(",", ":"), ensure_ascii=False).encode()


def from_jcs(content, words):
    """Reads canonical JSON, and nothing that is spelled in another way."""
    try:
        value = json.loads(content)
    except ValueError:
        raise Unreadable(f"{words} is not JSON") from None
    must(jcs(value) == content, f"{words} is not canonical")
    return value


def b64(content):
    return base64.b64encode(content).decode()


def from_b64(text):
    content = base64.b64decode(text, validate=True)
    must(b64(content) == text, "base64 in a second spelling")
    return content


def context(label, members):
    return label.encode() + b"\n" + jcs(members)


def normal(words):
    """A passphrase or a name, as it is taken."""
    return unicodedata.normalize("NFKC", words).encode()


def scrypt(passphrase, salt, n, r, p):
    """scrypt of 32 bytes, N being 2^n."""
    return hashlib.scrypt(passphrase, salt=salt, n=1 << n, r=r, p=p, dklen=32, maxmem=(128 << n) * r + (64 << 20))
