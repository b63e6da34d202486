"""A website without a feed: its sitemap, or a page that lists its news."""
