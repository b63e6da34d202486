"""One module for each provider's manner of speaking; `simulator.registry` lists them."""
