"""The network between a machine and its database: TCP on loopback to PostgreSQL's socket, until it is cut."""

import socket
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from threading import Event, Lock, Thread

from sqlalchemy.engine import make_url

CHUNK = 65536


class Cable:
    """Forwards until it is cut; while it is cut, nobody gets through."""

    def __init__(self, database_url: str) -> None:
        url = make_url(database_url)
        self._socket_path = f"{url.query['host']}/.s.PGSQL.{url.query.get('port', url.port or 5432)}"
        self._listening = socket.create_server(("127.0.0.1", 0))
        self._ends: set[socket.socket] = set()
        self._lock = Lock()
        self._is_whole = Event()
        self._is_whole.set()
        port = self._listening.getsockname()[1]
        self.database_url = url.set(host="127.0.0.1", port=port, query={}).render_as_string(hide_password=False)
        Thread(target=self._accept, daemon=True).start()

    def cut(self) -> None:
        self._is_whole.clear()
        with self._lock:
            ends, self._ends = self._ends, set()
        for end in ends:
            with suppress(OSError):
                end.shutdown(socket.SHUT_RDWR)

    def mend(self) -> None:
        self._is_whole.set()

    def close(self) -> None:
        self.cut()
        # Accepting sleeps in the kernel: closing alone would not wake it.
        with suppress(OSError):
            self._listening.shutdown(socket.SHUT_RDWR)
        self._listening.close()

    def _accept(self) -> None:
        while True:
            try:
                near, _ = self._listening.accept()
            except OSError:
                return
            far = self._through() if self._is_whole.is_set() else None
            if far is None:
                near.close()
                continue
            with self._lock:
                self._ends |= {near, far}
            for source, target in ((near, far), (far, near)):
                Thread(target=self._pump, args=(source, target), daemon=True).start()

    def _through(self) -> socket.socket | None:
        far = socket.socket(socket.AF_UNIX)
        try:
            far.connect(self._socket_path)
        except OSError:
            far.close()
            return None
        return far

    def _pump(self, source: socket.socket, target: socket.socket) -> None:
        with suppress(OSError):
            while data := source.recv(CHUNK):
                target.sendall(data)
        with suppress(OSError):
            target.shutdown(socket.SHUT_RDWR)
        with self._lock:
            self._ends.discard(source)
        source.close()


@contextmanager
def cable(database_url: str) -> Iterator[Cable]:
    laid = Cable(database_url)
    try:
        yield laid
    finally:
        laid.close()
