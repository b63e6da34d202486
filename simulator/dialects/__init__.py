"""One module for each provider's manner of speaking; `simulator.spoken` lists them."""
