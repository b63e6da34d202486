"""Review: checks, submitting, approval and schedule, and the hash that holds an approval to its content."""
