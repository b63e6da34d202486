"""`bilten demo`: the main job on made-up input."""
