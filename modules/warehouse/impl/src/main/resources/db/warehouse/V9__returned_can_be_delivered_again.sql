-- What came back of each order line: it can be delivered again on the same order.
ALTER TABLE warehouse.sales_order_line ADD COLUMN returned DECIMAL(31,6) DEFAULT 0 NOT NULL;

UPDATE warehouse.sales_order_line SET returned = COALESCE((
    SELECT SUM(l.quantity) FROM warehouse.document d
    JOIN warehouse.document_line l ON l.company = d.company AND l.document = d.id
    WHERE d.company = sales_order_line.company AND d.order_id = sales_order_line.order_id AND d.kind = 'RETURN'
        AND l.order_line = sales_order_line.line), 0);
