"""Far sides for tests: they speak the real protocol, keep count of what arrived, and misbehave when told to."""
