"""What a machine with nothing but Python needs before PhysioPlan can run; standard library only."""
