"""The encrypted record, the only wing with SQL. Start at `vault`; `keys` alone serves the unlock page."""
