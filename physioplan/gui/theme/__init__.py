"""How the window looks: colours, type, icons, style and the choice between light and dark."""
