"""PhysioPlan: documentation and decision aid for chronic low back pain, offline on the clinic's own computer."""

__version__ = "0.1.0"
