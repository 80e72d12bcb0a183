-- A list shows its rows by id: here the days since the first of any books.
ALTER TABLE warehouse.valuation_method ADD COLUMN id BIGINT NOT NULL DEFAULT 0;
UPDATE warehouse.valuation_method SET id = valid_from - DATE '1900-01-01' + 1;
