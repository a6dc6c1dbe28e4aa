"""The publication becomes artifacts. One file per format; none reads a file or a clock."""
