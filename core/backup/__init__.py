"""Backup and restore: one file with everything, written while mail goes out, checked, and put back."""
