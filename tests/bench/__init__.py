"""`make bench`: how fast what matters is, each part beside a bare loop on the same machine in the same run."""
