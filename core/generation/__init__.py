"""Generation counter and high-water mark (ADR 30), write-ahead journal (ADR 31): how a restore is recognised."""
