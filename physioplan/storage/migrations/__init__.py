"""The steps from each record format to the next, run inside the program on opening an older vault."""
