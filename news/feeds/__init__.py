"""Web feeds: sources of news on websites, read politely and recognised again.

A feed is fetched by `core.outbound` and taken apart in the decode process; what is new becomes an incoming item
and is saved by the one path that saves news (ADR 76).
"""
