-- A list shows its rows by id: here the days since the first of any books.
ALTER TABLE warehouse.valuation_method ADD COLUMN id BIGINT NOT NULL DEFAULT 0;
UPDATE warehouse.valuation_method SET id = {fn TIMESTAMPDIFF(SQL_TSI_DAY, DATE('1900-01-01'), valid_from)} + 1;
