"""The summary of a report."""

from kinds.kind import Kind

KIND = Kind("report_summary", design="report_summary")
