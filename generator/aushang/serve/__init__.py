"""Looking at the result on one's own machine."""
