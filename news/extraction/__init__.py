"""Text extraction: news out of a page of the web, a Word document or a PDF, for a person to look over.

What comes from outside is taken apart in the decode process (`news.decoders`); what was found comes back as
`ExtractedText` and fills the form of a news item, unsaved.
"""
