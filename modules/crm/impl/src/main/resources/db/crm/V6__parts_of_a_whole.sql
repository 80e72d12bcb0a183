-- How an order and its documents are rounded; null where lines have four decimals, as all had before.
ALTER TABLE crm.sales_order ADD COLUMN rounding VARCHAR(10);
ALTER TABLE crm.invoice ADD COLUMN rounding VARCHAR(10);

-- What came back, and what of it no invoice charges because it came back before.
ALTER TABLE crm.order_line ADD COLUMN returned DECIMAL(31, 6) NOT NULL DEFAULT 0;
ALTER TABLE crm.order_line ADD COLUMN left_out DECIMAL(31, 6) NOT NULL DEFAULT 0;
ALTER TABLE crm.goods_return ADD COLUMN invoice BIGINT;
UPDATE crm.order_line SET returned = COALESCE(
    (SELECT SUM(r.quantity)
       FROM crm.return_line r
       JOIN crm.goods_return g ON g.company = r.company AND g.id = r.document
      WHERE g.company = crm.order_line.company
        AND g.order_id = crm.order_line.document
        AND r.order_line = crm.order_line.line), 0);
