"""The whole studio on one machine: real processes, started and looked after by one supervisor."""
