"""Who wants to hear it, and the proof."""
