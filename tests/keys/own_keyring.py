"""A keyring of the tests' own: a backend as any other, put in with keyring's own `set_keyring`."""

from keyring.backend import KeyringBackend


class MemoryKeyring(KeyringBackend):
    """Keeps its entries in memory; `failure` is raised by whatever is asked, `drops` keeps nothing at all."""

    priority = 1

    def __init__(self, failure: Exception | None = None, drops: bool = False) -> None:
        super().__init__()  # type: ignore[no-untyped-call]
        self.entries: dict[tuple[str, str], str] = {}
        self.failure, self._drops = failure, drops

    def get_password(self, service: str, username: str) -> str | None:
        """An entry."""
        self._fail()
        return self.entries.get((service, username))

    def set_password(self, service: str, username: str, password: str) -> None:
        """Makes or changes an entry."""
        self._fail()
        if not self._drops:
            self.entries[service, username] = password

    def delete_password(self, service: str, username: str) -> None:
        """Removes one."""
        self._fail()
        del self.entries[service, username]

    def _fail(self) -> None:
        if self.failure is not None:
            raise self.failure
