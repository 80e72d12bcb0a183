-- Documents name parties by id; what they are called is looked up where it is shown, so that no copy can be old.
DROP VIEW warehouse.reservation_list;
DROP VIEW warehouse.return_list;
DROP VIEW warehouse.delivery_list;
DROP VIEW warehouse.receipt_list;
DROP VIEW warehouse.opening_list;
DROP VIEW warehouse.document_list;
DROP TABLE warehouse.party;

CREATE VIEW warehouse.document_list AS
SELECT d.company AS company, d.id AS id, d.kind AS kind, d.status AS status, d.number AS number, d.party AS party,
    d.order_id AS order_id, o.number AS order_number, d.delivery AS delivery, e.number AS delivery_number,
    d.reference AS reference, d.reason AS reason, d.on_date AS on_date,
    (SELECT SUM(m.amount) FROM warehouse.movement m
        WHERE m.company = d.company AND m.cause = d.id AND m.document = d.id) AS amount,
    d.version AS version
FROM warehouse.document d
LEFT JOIN warehouse.sales_order o ON o.company = d.company AND o.id = d.order_id
LEFT JOIN warehouse.document e ON e.company = d.company AND e.id = d.delivery;

CREATE VIEW warehouse.opening_list AS SELECT * FROM warehouse.document_list WHERE kind = 'OPENING';
CREATE VIEW warehouse.receipt_list AS SELECT * FROM warehouse.document_list WHERE kind = 'RECEIPT';
CREATE VIEW warehouse.delivery_list AS SELECT * FROM warehouse.document_list WHERE kind = 'DELIVERY';
CREATE VIEW warehouse.return_list AS SELECT * FROM warehouse.document_list WHERE kind = 'RETURN';

CREATE VIEW warehouse.reservation_list AS
SELECT d.company AS company, d.seq * 100000 + d.line AS id, d.order_id AS order_id, o.number AS order_number,
    o.customer AS party, o.confirmed_on AS confirmed_on, o.required_on AS required_on, d.line AS line,
    d.product AS product, p.code AS product_code, p.name AS product_name, d.ordered AS ordered,
    d.delivered AS delivered, d.reserved AS reserved, d.ordered - d.delivered - d.reserved AS backordered
FROM warehouse.demand d
LEFT JOIN warehouse.product p ON p.company = d.company AND p.id = d.product
LEFT JOIN warehouse.sales_order o ON o.company = d.company AND o.id = d.order_id;

-- What names of products are sorted and found by, as readers of the company's language do.
DROP VIEW warehouse.stock_list;
ALTER TABLE warehouse.product ADD COLUMN name_key ${key};
ALTER TABLE warehouse.product ADD COLUMN name_folded VARCHAR(1000);
ALTER TABLE warehouse.product ADD COLUMN name_by VARCHAR(40);
CREATE INDEX product_by_name ON warehouse.product (company, name_key, id);

CREATE VIEW warehouse.stock_list AS
SELECT s.company AS company, s.product AS id, p.code AS code, p.name AS name, p.name_key AS name_key,
    p.name_folded AS name_folded, p.unit AS unit, s.on_hand AS on_hand,
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
