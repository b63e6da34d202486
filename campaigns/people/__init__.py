"""Staff find a person, see what is known of them, and do what they ask."""
