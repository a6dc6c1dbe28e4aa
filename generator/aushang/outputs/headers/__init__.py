"""How the site wants to be served: one table of rules, and one module for each kind of host."""
