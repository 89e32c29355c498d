"""The scenario for Python clients. Prints what came back as one line of JSON, which `outcome.ts` compares."""

import hashlib
import json
import os
from abc import ABC, abstractmethod
from typing import Any

Json = dict[str, Any]

BASE_URL = os.environ["LARDER_URL"]
TOKEN = os.environ["LARDER_TOKEN"]
ORGANIZATION = os.environ["LARDER_ORGANIZATION"]


class Client(ABC):
    """How a driver calls its generated client. Bodies are returned as JSON values; other responses than 2xx are raised."""

    @abstractmethod
    def list_registries(self) -> list[Json]: ...

    @abstractmethod
    def create_registry(self, name: str, emoji: str, policy: list[Json]) -> Json: ...

    @abstractmethod
    def get_registry(self, registry: str) -> Json: ...

    @abstractmethod
    def delete_registry(self, registry: str) -> Json: ...

    @abstractmethod
    def list_packages(self, registry: str, per_page: int) -> Json: ...

    @abstractmethod
    def publish(self, registry: str, name: str, content: bytes) -> Json: ...

    @abstractmethod
    def publish_again(self, registry: str, name: str, content: bytes) -> Json:
        """Returns the problem with which the server rejects the file."""

    @abstractmethod
    def get_package(self, registry: str, id: str) -> Json: ...

    @abstractmethod
    def get_missing_package(self, registry: str, id: str) -> Json:
        """Returns the problem with which the server answers for a package that does not exist."""

    @abstractmethod
    def list_files(self, registry: str, id: str) -> Json: ...

    @abstractmethod
    def download(self, registry: str, id: str, file: str) -> bytes: ...

    @abstractmethod
    def copy(self, registry: str, id: str, to: str) -> Json: ...

    @abstractmethod
    def delete_package(self, registry: str, id: str) -> Json: ...


def play(client: Client) -> None:
    seeded = read_seeded(client, os.environ["LARDER_SEEDED_REGISTRY"], os.environ["LARDER_SEEDED_PACKAGE"])

    name = os.environ["LARDER_NAME"]
    policy: list[Json] = [{"iss": "https://agent.example", "scopes": ["read_packages"]}]
    created = client.create_registry(f"({name}) shelf", "🍌", policy)
    shelf = created["slug"]
    other = client.create_registry(f"({name}) other", ":banana:", [])["slug"]
    registries = [registry["slug"] for registry in client.list_registries()]

    source = os.environ["LARDER_FILE"]
    file = os.path.basename(source)
    with open(source, "rb") as stream:
        content = stream.read()
    published = client.publish(shelf, file, content)
    id = published["id"]
    conflict = client.publish_again(shelf, file, content)
    packages = [package["id"] for package in client.list_packages(shelf, 10)["items"]]
    got = client.get_package(shelf, id)
    files = [one["name"] for one in client.list_files(shelf, id)["items"]]
    downloaded = client.download(shelf, id, file)
    copied = client.copy(shelf, id, other)

    deletions = [
        client.delete_package(shelf, id),
        client.delete_package(other, copied["id"]),
        client.delete_registry(other),
    ]
    missing = client.get_missing_package(shelf, id)
    client.delete_registry(shelf)

    record = {
        "seeded": seeded,
        "created": created,
        "registries": registries,
        "published": published,
        "conflict": {key: conflict[key] for key in ("type", "status", "url")},
        "packages": packages,
        "got": got,
        "files": files,
        "sha256": hashlib.sha256(downloaded).hexdigest(),
        "copied": copied,
        "deleted": [deletion["message"] for deletion in deletions],
        "missing": {key: missing[key] for key in ("type", "status")},
    }
    print(json.dumps(record))


def read_seeded(client: Client, registry: str, id: str) -> Json:
    return {
        "registry": client.get_registry(registry),
        "package": client.get_package(registry, id),
        "packages": client.list_packages(registry, 1),
        "files": client.list_files(registry, id),
    }
