"""Any built site in a folder, whoever built it: read, judged by the same checks as our own."""
