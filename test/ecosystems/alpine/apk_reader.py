"""
Reads a registry as apk does, with Python's tarfile and openssl: checks the signature of an index with a key that it finds
by its name, and a package by its record. The first argument is the URL of the registry, which may have credentials, and the
second an architecture. Commands: `list`, `fetch NAME VERSION FILE`.
"""

import base64
import gzip
import hashlib
import io
import os
import re
import subprocess
import sys
import tarfile
import tempfile
import urllib.request
import zlib

url, architecture, command, *rest = sys.argv[1:]
scheme, credentials, place = re.fullmatch(r"(https?://)(?:([^@/]*)@)?(.*)", url).groups()


def fetch(path):
    request = urllib.request.Request(f"{scheme}{place}/{path}")
    if credentials:
        request.add_header("Authorization", f"Basic {base64.b64encode(credentials.encode()).decode()}")
    with urllib.request.urlopen(request) as reply:
        return reply.read(), reply.headers


def members(data):
    """Returns the gzip members: their bytes, and their unpacked bytes."""
    found = []
    while data:
        unpacker = zlib.decompressobj(31)
        unpacked = unpacker.decompress(data)
        assert unpacker.eof, "a member is truncated"
        size = len(data) - len(unpacker.unused_data)
        found.append((data[:size], unpacked))
        data = unpacker.unused_data
    return found


def files(archive):
    with tarfile.open(fileobj=io.BytesIO(archive)) as tar:
        return {entry.name: tar.extractfile(entry).read() for entry in tar if entry.isfile()}


def verify(signed, signature, digest, key):
    with tempfile.TemporaryDirectory() as folder:
        for name, content in {"signed": signed, "signature": signature, "key": key}.items():
            with open(f"{folder}/{name}", "wb") as file:
                file.write(content)
        subprocess.run(
            ["openssl", "dgst", f"-{digest}", "-verify", f"{folder}/key", "-signature", f"{folder}/signature", f"{folder}/signed"],
            check=True,
            stdout=subprocess.DEVNULL,
        )


def trusted_key():
    """Returns the name and the bytes of the key in the folder APK_KEYS, or of that of the registry."""
    folder = os.environ.get("APK_KEYS")
    if folder:
        [name] = os.listdir(folder)
        with open(f"{folder}/{name}", "rb") as file:
            return name, file.read()
    key, headers = fetch("rsakey")
    return re.search(r"filename=([^;\s]+)", headers["Content-Disposition"]).group(1), key


def records():
    data, _ = fetch(f"alpine_any/alpine_any/main/{architecture}/APKINDEX.tar.gz")
    key_name, key = trusted_key()
    *signatures, (signed, index) = members(data)
    kinds = set()
    for _, archive in signatures:
        assert archive[-1024:] != bytes(1024), "an archive of a signature has an end"
        for name, signature in files(archive).items():
            kind = re.fullmatch(rf"\.SIGN\.(RSA|RSA256)\.{re.escape(key_name)}", name).group(1)
            verify(signed, signature, {"RSA": "sha1", "RSA256": "sha256"}[kind], key)
            kinds.add(kind)
    assert kinds == {"RSA", "RSA256"}, kinds
    assert index[-1024:] == bytes(1024), "the index has no end"
    whole = gzip.decompress(data)
    assert whole.endswith(index), "the members are not one archive"
    content = files(index)
    assert len(content["DESCRIPTION"]) <= 160
    text = content["APKINDEX"].decode()
    assert text == "" or text.endswith("\n\n"), "the last record has no end"
    return [dict(line.split(":", 1) for line in record.split("\n")) for record in text.split("\n\n") if record]


def check(record):
    name, version = record["P"], record["V"]
    package, _ = fetch(f"alpine_any/alpine_any/main/{architecture}/{name}-{version}.apk")
    assert len(package) == int(record["S"]), "the size differs"
    (control, archive), (data, _) = members(package)[-2:]
    assert record["C"] == "Q1" + base64.b64encode(hashlib.sha1(control).digest()).decode(), "the identity differs"
    info = files(archive)[".PKGINFO"].decode()
    assert f"datahash = {hashlib.sha256(data).hexdigest()}\n" in info, "the data differs"
    assert f"pkgname = {name}\n" in info and f"pkgver = {version}\n" in info
    return package


if command == "list":
    for record in records():
        print(record["P"], record["V"], record["A"])
elif command == "fetch":
    name, version, file = rest
    found = [one for one in records() if (one["P"], one["V"]) == (name, version)]
    assert found, f"{name} {version} was not found in the index"
    [record] = found
    package = check(record)
    with open(file, "wb") as target:
        target.write(package)
