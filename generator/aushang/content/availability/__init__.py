"""Files of booking systems become dates with places left: one module for each of their formats."""
