"""The kinds of news there are: what each says besides its text, and the design in which it goes out."""
