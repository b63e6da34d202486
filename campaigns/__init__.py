"""The use cases: compose, submit, approve, schedule, launch, send, settle, feedback, report, automate."""
