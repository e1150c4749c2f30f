"""How the gazetteer of places is made: ISO 3166-2 units with their English names, and GeoNames's towns."""
