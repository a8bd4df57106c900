"""The exercise figure: a posed body with its props and arrows, drawn from a few angles and contact points."""
