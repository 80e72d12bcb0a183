-- What is added up is kept wider than its parts: no sum of what may be entered can be too big for its column.
DROP VIEW warehouse.reservation_list;
DROP VIEW warehouse.movement_list;
DROP VIEW warehouse.return_list;
DROP VIEW warehouse.delivery_list;
DROP VIEW warehouse.receipt_list;
DROP VIEW warehouse.opening_list;
DROP VIEW warehouse.document_list;
DROP VIEW warehouse.stock_list;

ALTER TABLE warehouse.sales_order_line ADD COLUMN wider_delivered DECIMAL(31, 6) NOT NULL DEFAULT 0;
UPDATE warehouse.sales_order_line SET wider_delivered = delivered;
ALTER TABLE warehouse.sales_order_line DROP COLUMN delivered;
RENAME COLUMN warehouse.sales_order_line.wider_delivered TO delivered;
ALTER TABLE warehouse.sales_order_line ALTER COLUMN delivered DROP DEFAULT;
ALTER TABLE warehouse.document_line ADD COLUMN wider_returned DECIMAL(31, 6) NOT NULL DEFAULT 0;
UPDATE warehouse.document_line SET wider_returned = returned;
ALTER TABLE warehouse.document_line DROP COLUMN returned;
RENAME COLUMN warehouse.document_line.wider_returned TO returned;
ALTER TABLE warehouse.document_line ALTER COLUMN returned DROP DEFAULT;
ALTER TABLE warehouse.stock ADD COLUMN wider_on_hand DECIMAL(31, 6) NOT NULL DEFAULT 0;
UPDATE warehouse.stock SET wider_on_hand = on_hand;
ALTER TABLE warehouse.stock DROP COLUMN on_hand;
RENAME COLUMN warehouse.stock.wider_on_hand TO on_hand;
ALTER TABLE warehouse.stock ALTER COLUMN on_hand DROP DEFAULT;
ALTER TABLE warehouse.stock_hold ADD COLUMN wider_quantity DECIMAL(31, 6) NOT NULL DEFAULT 0;
UPDATE warehouse.stock_hold SET wider_quantity = quantity;
ALTER TABLE warehouse.stock_hold DROP COLUMN quantity;
RENAME COLUMN warehouse.stock_hold.wider_quantity TO quantity;
ALTER TABLE warehouse.stock_hold ALTER COLUMN quantity DROP DEFAULT;
ALTER TABLE warehouse.supply ADD COLUMN wider_on_hand DECIMAL(31, 6) NOT NULL DEFAULT 0;
ALTER TABLE warehouse.supply ADD COLUMN wider_reserved DECIMAL(31, 6) NOT NULL DEFAULT 0;
ALTER TABLE warehouse.supply ADD COLUMN wider_backordered DECIMAL(31, 6) NOT NULL DEFAULT 0;
UPDATE warehouse.supply SET wider_on_hand = on_hand, wider_reserved = reserved, wider_backordered = backordered;
ALTER TABLE warehouse.supply DROP COLUMN on_hand;
RENAME COLUMN warehouse.supply.wider_on_hand TO on_hand;
ALTER TABLE warehouse.supply ALTER COLUMN on_hand DROP DEFAULT;
ALTER TABLE warehouse.supply DROP COLUMN reserved;
RENAME COLUMN warehouse.supply.wider_reserved TO reserved;
ALTER TABLE warehouse.supply ALTER COLUMN reserved DROP DEFAULT;
ALTER TABLE warehouse.supply DROP COLUMN backordered;
RENAME COLUMN warehouse.supply.wider_backordered TO backordered;
ALTER TABLE warehouse.supply ALTER COLUMN backordered DROP DEFAULT;
ALTER TABLE warehouse.demand ADD COLUMN wider_delivered DECIMAL(31, 6) NOT NULL DEFAULT 0;
ALTER TABLE warehouse.demand ADD COLUMN wider_reserved DECIMAL(31, 6) NOT NULL DEFAULT 0;
UPDATE warehouse.demand SET wider_delivered = delivered, wider_reserved = reserved;
ALTER TABLE warehouse.demand DROP COLUMN delivered;
RENAME COLUMN warehouse.demand.wider_delivered TO delivered;
ALTER TABLE warehouse.demand ALTER COLUMN delivered DROP DEFAULT;
ALTER TABLE warehouse.demand DROP COLUMN reserved;
RENAME COLUMN warehouse.demand.wider_reserved TO reserved;
ALTER TABLE warehouse.demand ALTER COLUMN reserved DROP DEFAULT;
ALTER TABLE warehouse.stock_value ADD COLUMN wider_quantity DECIMAL(31, 6) NOT NULL DEFAULT 0;
ALTER TABLE warehouse.stock_value ADD COLUMN wider_amount DECIMAL(31, 4) NOT NULL DEFAULT 0;
ALTER TABLE warehouse.stock_value ADD COLUMN wider_last_cost DECIMAL(31, 6) NOT NULL DEFAULT 0;
UPDATE warehouse.stock_value SET wider_quantity = quantity, wider_amount = amount, wider_last_cost = last_cost;
ALTER TABLE warehouse.stock_value DROP COLUMN quantity;
RENAME COLUMN warehouse.stock_value.wider_quantity TO quantity;
ALTER TABLE warehouse.stock_value ALTER COLUMN quantity DROP DEFAULT;
ALTER TABLE warehouse.stock_value DROP COLUMN amount;
RENAME COLUMN warehouse.stock_value.wider_amount TO amount;
ALTER TABLE warehouse.stock_value ALTER COLUMN amount DROP DEFAULT;
ALTER TABLE warehouse.stock_value DROP COLUMN last_cost;
RENAME COLUMN warehouse.stock_value.wider_last_cost TO last_cost;
ALTER TABLE warehouse.stock_value ALTER COLUMN last_cost DROP DEFAULT;
ALTER TABLE warehouse.layer ADD COLUMN wider_quantity DECIMAL(31, 6) NOT NULL DEFAULT 0;
ALTER TABLE warehouse.layer ADD COLUMN wider_amount DECIMAL(31, 4) NOT NULL DEFAULT 0;
UPDATE warehouse.layer SET wider_quantity = quantity, wider_amount = amount;
ALTER TABLE warehouse.layer DROP COLUMN quantity;
RENAME COLUMN warehouse.layer.wider_quantity TO quantity;
ALTER TABLE warehouse.layer ALTER COLUMN quantity DROP DEFAULT;
ALTER TABLE warehouse.layer DROP COLUMN amount;
RENAME COLUMN warehouse.layer.wider_amount TO amount;
ALTER TABLE warehouse.layer ALTER COLUMN amount DROP DEFAULT;
ALTER TABLE warehouse.owed ADD COLUMN wider_amount DECIMAL(31, 4) NOT NULL DEFAULT 0;
UPDATE warehouse.owed SET wider_amount = amount;
ALTER TABLE warehouse.owed DROP COLUMN amount;
RENAME COLUMN warehouse.owed.wider_amount TO amount;
ALTER TABLE warehouse.owed ALTER COLUMN amount DROP DEFAULT;
ALTER TABLE warehouse.issue ADD COLUMN wider_quantity DECIMAL(31, 6) NOT NULL DEFAULT 0;
ALTER TABLE warehouse.issue ADD COLUMN wider_amount DECIMAL(31, 4) NOT NULL DEFAULT 0;
UPDATE warehouse.issue SET wider_quantity = quantity, wider_amount = amount;
ALTER TABLE warehouse.issue DROP COLUMN quantity;
RENAME COLUMN warehouse.issue.wider_quantity TO quantity;
ALTER TABLE warehouse.issue ALTER COLUMN quantity DROP DEFAULT;
ALTER TABLE warehouse.issue DROP COLUMN amount;
RENAME COLUMN warehouse.issue.wider_amount TO amount;
ALTER TABLE warehouse.issue ALTER COLUMN amount DROP DEFAULT;
ALTER TABLE warehouse.movement ADD COLUMN wider_amount DECIMAL(31, 4) NOT NULL DEFAULT 0;
UPDATE warehouse.movement SET wider_amount = amount;
ALTER TABLE warehouse.movement DROP COLUMN amount;
RENAME COLUMN warehouse.movement.wider_amount TO amount;
ALTER TABLE warehouse.movement ALTER COLUMN amount DROP DEFAULT;

CREATE VIEW warehouse.stock_list AS
SELECT s.company AS company, s.product AS id, p.code AS code, p.name AS name, p.unit AS unit, s.on_hand AS on_hand,
    COALESCE(u.reserved, 0) AS reserved,
    COALESCE(h.held, 0) AS held,
    s.on_hand - COALESCE(u.reserved, 0) - COALESCE(h.held, 0) AS available,
    COALESCE(v.amount, 0) AS amount
FROM warehouse.stock s
JOIN warehouse.product p ON p.company = s.company AND p.id = s.product
LEFT JOIN warehouse.supply u ON u.company = s.company AND u.product = s.product
LEFT JOIN warehouse.stock_value v ON v.company = s.company AND v.product = s.product
LEFT JOIN (
    SELECT t.company AS company, t.product AS product, SUM(t.quantity) AS held
    FROM warehouse.stock_hold t
    WHERE NOT EXISTS (
        SELECT 1 FROM warehouse.demand d
        WHERE d.company = t.company AND d.order_id = t.order_id AND d.product = t.product)
    GROUP BY t.company, t.product
) h ON h.company = s.company AND h.product = s.product
WHERE s.goods = TRUE OR s.on_hand <> 0;

CREATE VIEW warehouse.document_list AS
SELECT d.company AS company, d.id AS id, d.kind AS kind, d.status AS status, d.number AS number, d.party AS party,
    p.name AS party_name, d.order_id AS order_id, o.number AS order_number, d.delivery AS delivery,
    e.number AS delivery_number, d.reference AS reference, d.reason AS reason, d.on_date AS on_date,
    (SELECT SUM(m.amount) FROM warehouse.movement m
        WHERE m.company = d.company AND m.cause = d.id AND m.document = d.id) AS amount,
    d.version AS version
FROM warehouse.document d
LEFT JOIN warehouse.party p ON p.company = d.company AND p.id = d.party
LEFT JOIN warehouse.sales_order o ON o.company = d.company AND o.id = d.order_id
LEFT JOIN warehouse.document e ON e.company = d.company AND e.id = d.delivery;

CREATE VIEW warehouse.opening_list AS SELECT * FROM warehouse.document_list WHERE kind = 'OPENING';

CREATE VIEW warehouse.receipt_list AS SELECT * FROM warehouse.document_list WHERE kind = 'RECEIPT';

CREATE VIEW warehouse.delivery_list AS SELECT * FROM warehouse.document_list WHERE kind = 'DELIVERY';

CREATE VIEW warehouse.return_list AS SELECT * FROM warehouse.document_list WHERE kind = 'RETURN';

CREATE VIEW warehouse.movement_list AS
SELECT m.company AS company, m.id AS id, m.on_date AS on_date, m.kind AS kind, m.product AS product, p.code AS code,
    p.name AS name, d.number AS number, m.quantity AS quantity, m.amount AS amount
FROM warehouse.movement m
JOIN warehouse.product p ON p.company = m.company AND p.id = m.product
LEFT JOIN warehouse.document d ON d.company = m.company AND d.id = m.document;

CREATE VIEW warehouse.reservation_list AS
SELECT d.company AS company, d.seq * 100000 + d.line AS id, d.order_id AS order_id, o.number AS order_number,
    c.name AS party_name, o.confirmed_on AS confirmed_on, o.required_on AS required_on, d.line AS line,
    d.product AS product, p.code AS product_code, p.name AS product_name, d.ordered AS ordered,
    d.delivered AS delivered, d.reserved AS reserved, d.ordered - d.delivered - d.reserved AS backordered
FROM warehouse.demand d
LEFT JOIN warehouse.product p ON p.company = d.company AND p.id = d.product
LEFT JOIN warehouse.sales_order o ON o.company = d.company AND o.id = d.order_id
LEFT JOIN warehouse.party c ON c.company = d.company AND c.id = o.customer;
