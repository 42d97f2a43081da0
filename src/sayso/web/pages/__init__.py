"""The pages, one module each: a route, what it asks of the archive, and the record that its template shows."""
