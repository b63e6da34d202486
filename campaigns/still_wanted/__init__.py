"""Re-engagement: a list's quiet readers are asked whether they still want it."""
