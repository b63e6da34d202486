"""What is wrong with a campaign out in the world: links, images, the sender's domain, what a spam filter says."""
