"""How sure a statement is, and which way round: hedges, negations, opposites."""
