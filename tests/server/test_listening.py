"""What listens for a server."""

import socket

from assistor_console.server.listening import Place, listen


def test_accepted_connections_are_known_as_tcp() -> None:
    """asyncio turns Nagle's algorithm off for these alone; with it a long reply waits 40 ms for its rest."""
    with (
        listen(Place("127.0.0.1", 0)) as listening,
        socket.create_connection(listening.getsockname()),
        listening.accept()[0] as accepted,
    ):
        assert accepted.proto == socket.IPPROTO_TCP
