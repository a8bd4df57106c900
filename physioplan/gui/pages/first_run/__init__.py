"""The pages that make a vault on the first run."""
