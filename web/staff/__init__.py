"""Staff pages: campaigns, deliveries, templates, brand, lists."""
