"""What there is to say: news items with their translations and assets, and where they come from."""
