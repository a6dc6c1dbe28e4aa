"""The adapter to MkDocs and Material for MkDocs. Nothing else imports them."""
