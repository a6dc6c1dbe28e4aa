"""The search index that readers' browsers load. Nothing else knows Pagefind's program."""
