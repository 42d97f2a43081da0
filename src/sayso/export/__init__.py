"""Views of records for other programs and people: one module for each form. `formats` has the exports by name."""
