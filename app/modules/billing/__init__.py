"""What films cost: the calls to providers that may be billed, budgets, and reports."""
