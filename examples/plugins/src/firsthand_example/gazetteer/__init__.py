"""A gazetteer: CSV files beside this one, named and made like those of firsthand/data."""
