-- Whoever held stock goes before whoever did not, though he confirms later.
ALTER TABLE warehouse.demand ADD COLUMN held BOOLEAN DEFAULT FALSE NOT NULL;
