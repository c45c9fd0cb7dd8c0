"""The whole studio on one machine: its processes, started and monitored by one supervisor."""
