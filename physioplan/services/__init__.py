"""The flow, one verb after another: load, ask, keep. Read ``care_pathway`` first."""
