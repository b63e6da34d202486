"""A table as a download, in the format that was asked for."""

from fastapi.responses import StreamingResponse

from core.table_files import Rows, TableFileType, table_file


def table_response(rows: Rows, name: str, file_type: TableFileType) -> StreamingResponse:
    """`name`: of the file, without its ending, and of the sheet."""
    return StreamingResponse(
        table_file(rows, file_type, sheet=name[:31]),
        media_type=file_type.media_type,
        headers={
            "Content-Disposition": f'attachment; filename="{name}.{file_type}"',
            "Cache-Control": "no-store",
        },
    )
