"""How it looks: the MJML library, the brand, rendering in two phases. Knows no recipients' data."""
