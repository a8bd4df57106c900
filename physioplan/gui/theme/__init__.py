"""How the window looks: colours, type, icons and the choice between light and dark."""
