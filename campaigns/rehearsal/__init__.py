"""Rehearsal: a campaign sent to its whole audience through a simulator on this machine, and what came of it."""
