"""What a clinic talks about: frozen values with no input, no output and no clock."""
