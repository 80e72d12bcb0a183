-- What confirmed orders want of a product and is not reserved, so that nobody searches for backorders where none are.
ALTER TABLE warehouse.supply ADD COLUMN backordered DECIMAL(19,6) NOT NULL DEFAULT 0;

UPDATE warehouse.supply SET backordered = COALESCE((
    SELECT SUM(d.ordered - d.delivered - d.reserved) FROM warehouse.demand d
    WHERE d.company = supply.company AND d.product = supply.product AND d.active = TRUE
        AND d.ordered > d.delivered + d.reserved), 0);

-- The guard row says itself whether its product is kept in stock, so that no movement has to ask for the product.
ALTER TABLE warehouse.stock ADD COLUMN goods BOOLEAN NOT NULL DEFAULT TRUE;

UPDATE warehouse.stock SET goods = FALSE WHERE EXISTS (
    SELECT 1 FROM warehouse.product p WHERE p.company = stock.company AND p.id = stock.product AND p.goods = FALSE);
INSERT INTO warehouse.stock (company, product, on_hand, goods)
SELECT p.company, p.id, 0, FALSE FROM warehouse.product p WHERE p.goods = FALSE AND NOT EXISTS (
    SELECT 1 FROM warehouse.stock s WHERE s.company = p.company AND s.product = p.id);

DROP VIEW warehouse.stock_list;

-- Services have no stock, unless there was some before they became services.
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
