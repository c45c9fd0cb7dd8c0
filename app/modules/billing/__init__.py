"""Billing: provider calls, budgets, and the cost report."""
