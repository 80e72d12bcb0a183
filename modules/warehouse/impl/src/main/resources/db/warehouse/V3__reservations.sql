-- What each line of a confirmed order still wants: reserved for it, or on backorder until goods arrive.
CREATE VIEW warehouse.reservation_list AS
SELECT d.company AS company, d.seq * 100000 + d.line AS id, d.order_id AS order_id, o.number AS order_number,
    c.name AS party_name, o.confirmed_on AS confirmed_on, o.required_on AS required_on, d.line AS line,
    d.product AS product, p.code AS product_code, p.name AS product_name, d.ordered AS ordered,
    d.delivered AS delivered, d.reserved AS reserved, d.ordered - d.delivered - d.reserved AS backordered
FROM warehouse.demand d
LEFT JOIN warehouse.product p ON p.company = d.company AND p.id = d.product
LEFT JOIN warehouse.sales_order o ON o.company = d.company AND o.id = d.order_id
LEFT JOIN warehouse.party c ON c.company = d.company AND c.id = o.customer
WHERE d.active = TRUE AND d.delivered < d.ordered;
