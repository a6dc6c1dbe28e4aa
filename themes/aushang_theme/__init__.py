"""The look of Aushang: templates, style sheets and interface texts, as a theme that MkDocs finds.

Holds no code. Style sheets below `assets/` are joined in the order of their names into the one that
pages load.
"""
