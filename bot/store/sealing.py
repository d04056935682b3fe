"""Keyed hashes of senders, and encryption that only the sender's own address opens."""

from __future__ import annotations

import hashlib
import hmac
import os
from collections.abc import Sequence
from dataclasses import dataclass, field

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

NONCE_BYTES = 12
KEY_BYTES = 32
MARK_BYTES = 16
LENGTH_BYTES = 4
VOUCHER_BYTES = 32
BUCKET_BYTES = 1792
"""Sealed content is padded to whole buckets, so that its length tells nothing about it. A usual
conversation fits in one, and a row of one bucket in a PostgreSQL page
without its store for large values (2,032 bytes), and twice in a page of SQLite."""


@dataclass(frozen=True, slots=True, repr=False)
class Name:
    """How one day's key knows a sender: the hash that finds the row, the key that opens it."""

    index: bytes
    key: bytes


@dataclass(frozen=True, slots=True)
class Sender:
    """A sender by the key of each living day, the one to write with first; and for the opt-outs by
    each secret, newest first. Holds no address and prints nothing."""

    names: tuple[Name, ...] = field(repr=False)
    lasting: tuple[bytes, ...] = field(repr=False)

    @property
    def newest(self) -> Name:
        return self.names[0]

    @property
    def indexes(self) -> list[bytes]:
        return [name.index for name in self.names]


class Sealer:
    """Derives the lasting keys from the installation's secrets: while a secret is being changed
    there are two, newest first; both open, the newest seals. Conversations stand under the keys
    of days, which no secret can make again once they are erased.
    """

    def __init__(self, secrets: Sequence[bytes]) -> None:
        if not secrets:
            raise ValueError("a sealer needs at least one secret")
        self._lasting_keys = tuple(
            hmac.new(_derive(secret, b"opt-out index"), digestmod="sha256") for secret in secrets
        )
        self._mark_key = _derive(secrets[0], b"mark")
        self._page_keys = tuple(_derive(secret, b"page") for secret in secrets)
        self._errand_keys = tuple(_derive(secret, b"errand") for secret in secrets)
        self._vouching_key = _derive(secrets[0], b"voucher")
        self._wrapping_keys = tuple(_derive(secret, b"day key") for secret in secrets)
        # Until the database has given the day's keys nothing outlives this process anyway.
        self.use_days([os.urandom(KEY_BYTES)])

    def use_days(self, keys: Sequence[bytes]) -> None:
        """The keys of the living days, the one to write with first."""
        self._days = tuple(
            (_blake2b(_derive(key, b"sender index")), _blake2b(_derive(key, b"row")))
            for key in keys
        )

    def sender(self, address: str) -> Sender:
        """``address`` is a phone number or channel address; it is not kept."""
        plain = address.encode("utf-8", "surrogatepass")
        names = [
            Name(_continued(index, plain), _continued(row, plain)) for index, row in self._days
        ]
        return Sender(tuple(names), tuple([_continued(key, plain) for key in self._lasting_keys]))

    def wrap_day(self, key: bytes, day: int) -> bytes:
        """A day's key as the database may hold it."""
        return seal(self._wrapping_keys[0], key, b"day %d" % day)

    def unwrap_day(self, sealed: bytes, day: int) -> tuple[bytes | None, bool]:
        """(The key, or None where no secret of today opens it; whether the newest one did.)"""
        bound = b"day %d" % day
        for place, wrapping in enumerate(self._wrapping_keys):
            key = open_sealed(wrapping, sealed, bound)
            if key is not None:
                return key, place == 0
        return None, False

    def mark(self, text: str) -> str:
        """A short keyed hash, to notice the same text again without keeping it."""
        plain = text.encode("utf-8", "surrogatepass")
        return hashlib.blake2b(plain, key=self._mark_key, digest_size=MARK_BYTES).hexdigest()

    def vouch(self, stamp: bytes, digest: bytes) -> bytes:
        """Proof that an installation with this secret wrote under this stamp what has this
        SHA-256."""
        return _hmac(self._vouching_key, stamp + digest)

    def seal_errand(self, content: bytes) -> bytes:
        """Seal what is owed to the outside and concerns a person."""
        return seal(self._errand_keys[0], content, b"errand")

    def open_errand(self, sealed: bytes) -> bytes | None:
        opened = (open_sealed(key, sealed, b"errand") for key in self._errand_keys)
        return next((content for content in opened if content is not None), None)

    def seal_page(self, content: bytes) -> bytes:
        """Seal what a page hands back to its reader to keep."""
        return seal(self._page_keys[0], content, b"page")

    def open_page(self, sealed: bytes) -> bytes | None:
        opened = (open_sealed(key, sealed, b"page") for key in self._page_keys)
        return next((content for content in opened if content is not None), None)


def seal(key: bytes, content: bytes, bound: bytes) -> bytes:
    """AES-GCM over the padded content; ``bound`` must be given again to open it."""
    nonce = os.urandom(NONCE_BYTES)
    return nonce + AESGCM(key).encrypt(nonce, _padded(content), bound)


def open_sealed(key: bytes, sealed: bytes, bound: bytes) -> bytes | None:
    """The content, or None where the key, ``bound`` or the bytes are not the right ones."""
    try:
        padded = AESGCM(key).decrypt(sealed[:NONCE_BYTES], sealed[NONCE_BYTES:], bound)
    except (InvalidTag, ValueError):
        return None
    length = int.from_bytes(padded[:LENGTH_BYTES], "big")
    return padded[LENGTH_BYTES : LENGTH_BYTES + length]


def _padded(content: bytes) -> bytes:
    plain = len(content).to_bytes(LENGTH_BYTES, "big") + content
    return plain + bytes(-len(plain) % BUCKET_BYTES)


def _derive(secret: bytes, purpose: bytes) -> bytes:
    """HKDF of RFC 5869 with SHA-256, no salt and one block."""
    extracted = _hmac(bytes(KEY_BYTES), secret)
    return _hmac(extracted, b"faro: " + purpose + b"\x01")


def _blake2b(key: bytes) -> hashlib.blake2b:
    """BLAKE2b with a key (RFC 7693), for what each text needs several times; a third of HMAC's
    time."""
    return hashlib.blake2b(key=key, digest_size=KEY_BYTES)


def _continued(keyed: hmac.HMAC | hashlib.blake2b, content: bytes) -> bytes:
    """The hash of ``content`` under a key that was read before."""
    made = keyed.copy()
    made.update(content)
    return made.digest()


def _hmac(key: bytes, content: bytes) -> bytes:
    return hmac.digest(key, content, "sha256")
