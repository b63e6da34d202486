"""Messages: what is handed to a provider, its headers and MIME."""
