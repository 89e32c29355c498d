"""Drives the client that OpenAPI Generator generates for Python."""

from typing import Callable, Protocol
from uuid import UUID

from larder_api import (
    ApiClient,
    ApiException,
    Configuration,
    Ecosystem,
    OidcPolicy,
    OidcStatement,
    PackagesApi,
    RegistriesApi,
    RegistryInput,
)
from scenario import BASE_URL, ORGANIZATION, TOKEN, Client, Json, play

client = ApiClient(Configuration(host=BASE_URL, access_token=TOKEN))
registries = RegistriesApi(client)
packages = PackagesApi(client)


class Model(Protocol):
    def to_dict(self) -> Json: ...


def written(model: Model) -> Json:
    """Returns the model as the client writes it; `to_dict` alone leaves times and ids as objects."""
    body: Json = client.sanitize_for_serialization(model)
    return body


def problem(call: Callable[[], object]) -> Json:
    try:
        call()
    except ApiException as exception:
        if exception.data is not None:
            return written(exception.data)
    raise RuntimeError("there was no problem that the client can read")


class Driver(Client):
    def list_registries(self) -> list[Json]:
        return [written(registry) for registry in registries.list_registries(ORGANIZATION)]

    def create_registry(self, name: str, emoji: str, policy: list[Json]) -> Json:
        statements = [OidcStatement(iss=statement["iss"], scopes=statement["scopes"]) for statement in policy]
        given = RegistryInput(name=name, ecosystem=Ecosystem.FILES, emoji=emoji, oidc_policy=OidcPolicy(statements))
        return written(registries.create_registry(ORGANIZATION, given))

    def get_registry(self, registry: str) -> Json:
        return written(registries.get_registry(ORGANIZATION, registry))

    def delete_registry(self, registry: str) -> Json:
        return written(registries.delete_registry(ORGANIZATION, registry))

    def list_packages(self, registry: str, per_page: int) -> Json:
        return written(packages.list_packages(ORGANIZATION, registry, per_page=per_page))

    def publish(self, registry: str, name: str, content: bytes) -> Json:
        return written(packages.publish_package(ORGANIZATION, registry, file=(name, content)))

    def publish_again(self, registry: str, name: str, content: bytes) -> Json:
        return problem(lambda: packages.publish_package(ORGANIZATION, registry, file=(name, content)))

    def get_package(self, registry: str, id: str) -> Json:
        return written(packages.get_package(ORGANIZATION, registry, UUID(id)))

    def get_missing_package(self, registry: str, id: str) -> Json:
        return problem(lambda: packages.get_package(ORGANIZATION, registry, UUID(id)))

    def list_files(self, registry: str, id: str) -> Json:
        return written(packages.list_package_files(ORGANIZATION, registry, UUID(id)))

    def download(self, registry: str, id: str, file: str) -> bytes:
        return bytes(packages.get_package_file(ORGANIZATION, registry, UUID(id), file))

    def copy(self, registry: str, id: str, to: str) -> Json:
        return written(packages.copy_package(to, ORGANIZATION, registry, UUID(id)))

    def delete_package(self, registry: str, id: str) -> Json:
        return written(packages.delete_package(ORGANIZATION, registry, UUID(id)))


play(Driver())
