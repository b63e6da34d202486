"""Attempts: the queue, calls under way and in doubt, retries and their evidence."""
