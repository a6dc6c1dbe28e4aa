"""Files become the model: front matter and data files with line and column, Markdown, imports."""
