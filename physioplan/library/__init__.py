"""Which exercises exist: the shipped ones and the clinic's own, and how they lead to one another."""
