"""Drives the client that openapi-python-client generates."""

from io import BytesIO
from typing import TypeVar
from uuid import UUID

from larder_api import AuthenticatedClient
from larder_api.api.packages import (
    copy_package,
    delete_package,
    get_package,
    get_package_file,
    list_package_files,
    list_packages,
    publish_package,
)
from larder_api.api.registries import create_registry, delete_registry, get_registry, list_registries
from larder_api.models import (
    Deletion,
    Ecosystem,
    OidcStatement,
    Package,
    PackageExistsProblem,
    PackageFileList,
    PackageInput,
    PackageList,
    Problem,
    Registry,
    RegistryInput,
)
from larder_api.types import File
from scenario import BASE_URL, ORGANIZATION, TOKEN, Client, Json, play

client = AuthenticatedClient(base_url=BASE_URL, token=TOKEN, raise_on_unexpected_status=True)

Body = TypeVar("Body")


def expect(kind: type[Body], body: object) -> Body:
    if not isinstance(body, kind):
        raise TypeError(f"{kind.__name__} was expected instead of {body!r}")
    return body


def form(name: str, content: bytes) -> PackageInput:
    return PackageInput(file=File(payload=BytesIO(content), file_name=name, mime_type="application/octet-stream"))


class Driver(Client):
    def list_registries(self) -> list[Json]:
        body = expect(list, list_registries.sync(ORGANIZATION, client=client))
        return [expect(Registry, registry).to_dict() for registry in body]

    def create_registry(self, name: str, emoji: str, policy: list[Json]) -> Json:
        statements = [OidcStatement(iss=statement["iss"], scopes=statement["scopes"]) for statement in policy]
        given = RegistryInput(name=name, ecosystem=Ecosystem.FILES, emoji=emoji, oidc_policy=statements)
        return expect(Registry, create_registry.sync(ORGANIZATION, client=client, body=given)).to_dict()

    def get_registry(self, registry: str) -> Json:
        return expect(Registry, get_registry.sync(ORGANIZATION, registry, client=client)).to_dict()

    def delete_registry(self, registry: str) -> Json:
        return expect(Deletion, delete_registry.sync(ORGANIZATION, registry, client=client)).to_dict()

    def list_packages(self, registry: str, per_page: int) -> Json:
        body = list_packages.sync(ORGANIZATION, registry, client=client, per_page=per_page)
        return expect(PackageList, body).to_dict()

    def publish(self, registry: str, name: str, content: bytes) -> Json:
        body = publish_package.sync(ORGANIZATION, registry, client=client, body=form(name, content))
        return expect(Package, body).to_dict()

    def publish_again(self, registry: str, name: str, content: bytes) -> Json:
        body = publish_package.sync(ORGANIZATION, registry, client=client, body=form(name, content))
        return expect(PackageExistsProblem, body).to_dict()

    def get_package(self, registry: str, id: str) -> Json:
        return expect(Package, get_package.sync(ORGANIZATION, registry, UUID(id), client=client)).to_dict()

    def get_missing_package(self, registry: str, id: str) -> Json:
        return expect(Problem, get_package.sync(ORGANIZATION, registry, UUID(id), client=client)).to_dict()

    def list_files(self, registry: str, id: str) -> Json:
        body = list_package_files.sync(ORGANIZATION, registry, UUID(id), client=client)
        return expect(PackageFileList, body).to_dict()

    def download(self, registry: str, id: str, file: str) -> bytes:
        body = get_package_file.sync(ORGANIZATION, registry, UUID(id), file, client=client)
        return expect(File, body).payload.read()

    def copy(self, registry: str, id: str, to: str) -> Json:
        return expect(Package, copy_package.sync(ORGANIZATION, registry, UUID(id), client=client, to=to)).to_dict()

    def delete_package(self, registry: str, id: str) -> Json:
        return expect(Deletion, delete_package.sync(ORGANIZATION, registry, UUID(id), client=client)).to_dict()


play(Driver())
