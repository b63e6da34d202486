"""Editorial: drafting and editing what a campaign says, its templates and brand, and who changed what."""
