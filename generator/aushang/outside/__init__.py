"""Links to other people's sites: asked politely, remembered, and never called dead in haste."""
