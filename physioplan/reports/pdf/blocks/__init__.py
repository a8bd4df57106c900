"""How each kind of block looks on paper."""
