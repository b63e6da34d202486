"""What sets up and releases the project. No part of the program."""
