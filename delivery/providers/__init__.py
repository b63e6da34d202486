"""The providers: a batch in, results or an error out. None of them sees the database."""
