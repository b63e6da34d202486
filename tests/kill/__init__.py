"""Processes really killed, at random moments; the far side says what arrived."""
