-- The last day on which a product moved: whoever takes goods on an earlier one has to look at the days between.
ALTER TABLE warehouse.stock ADD COLUMN last_on DATE;

UPDATE warehouse.stock SET last_on = (
    SELECT MAX(d.on_date) FROM warehouse.document_line l
    JOIN warehouse.document d ON d.company = l.company AND d.id = l.document
    WHERE l.company = stock.company AND l.product = stock.product AND d.status = 'POSTED');

-- Who planned a delivery or holds stock: they are told of before they are lost. A posted delivery is a fact of the log.
ALTER TABLE warehouse.document ADD COLUMN made_by BIGINT;
ALTER TABLE warehouse.stock_hold ADD COLUMN made_by BIGINT;
