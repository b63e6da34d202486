"""Events: what providers report by webhook, stored first and acted on later."""
