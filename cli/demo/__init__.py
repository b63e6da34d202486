"""`bilten demo`: the main job on made-up readers, from news files to delivered mail, on this machine only."""
