"""WebSub, a subscriber's side (https://www.w3.org/TR/websub/): a feed's hub says when there is news (ADR 89)."""
