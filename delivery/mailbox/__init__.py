"""Mailboxes that bounces come to: a pipe, a Maildir, IMAP. What is read is kept first, and then taken out."""
