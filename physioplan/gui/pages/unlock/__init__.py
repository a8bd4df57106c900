"""The page that opens the vault."""
