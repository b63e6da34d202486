"""Senders: who mail comes from, and through which provider, at which rate; the circuit breaker."""
