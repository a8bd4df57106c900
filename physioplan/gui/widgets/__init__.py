"""One thing shown or one thing asked for, each in its own file; README.md lists them."""
