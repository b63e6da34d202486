"""How it gets there: the queue, attempts, retries, providers, webhooks. Knows no campaign rules."""
