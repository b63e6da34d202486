"""Imports of subscribers, as people ask for them and as a job carries them out."""
