"""Files of the API against the JSON Schemas that are published beside them."""
