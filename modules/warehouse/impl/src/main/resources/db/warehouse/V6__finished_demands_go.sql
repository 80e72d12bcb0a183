-- What is delivered or cancelled wants nothing more: only what is to come is kept, and no list reads through the rest.
DROP VIEW warehouse.reservation_list;
DROP VIEW warehouse.stock_list;
DROP INDEX warehouse.demand_product;
DELETE FROM warehouse.demand WHERE active = FALSE;
ALTER TABLE warehouse.demand DROP COLUMN active;
CREATE INDEX demand_product ON warehouse.demand (company, product, seq, line);

CREATE VIEW warehouse.reservation_list AS
SELECT d.company AS company, d.seq * 100000 + d.line AS id, d.order_id AS order_id, o.number AS order_number,
    c.name AS party_name, o.confirmed_on AS confirmed_on, o.required_on AS required_on, d.line AS line,
    d.product AS product, p.code AS product_code, p.name AS product_name, d.ordered AS ordered,
    d.delivered AS delivered, d.reserved AS reserved, d.ordered - d.delivered - d.reserved AS backordered
FROM warehouse.demand d
LEFT JOIN warehouse.product p ON p.company = d.company AND p.id = d.product
LEFT JOIN warehouse.sales_order o ON o.company = d.company AND o.id = d.order_id
LEFT JOIN warehouse.party c ON c.company = d.company AND c.id = o.customer;

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
