-- Documents name their customer by id; what he is called is looked up where it is shown, so that no copy can be old.
DROP VIEW crm.invoice_overview;
ALTER TABLE crm.invoice DROP COLUMN customer_name;
ALTER TABLE crm.sales_order DROP COLUMN customer_name;
DROP TABLE crm.customer;

CREATE VIEW crm.invoice_overview AS
SELECT i.company, i.id, i.number, i.kind, i.order_id, i.customer, i.issued_on, i.due_on, i.currency,
       i.net, i.tax, i.total, i.rounding, i.version,
       CASE WHEN s.id IS NULL THEN 0 ELSE s.paid END AS paid,
       CASE WHEN s.is_open = FALSE THEN 'PAID' ELSE 'OPEN' END AS status
FROM crm.invoice i
LEFT JOIN crm.settlement s ON s.company = i.company AND s.id = i.id;
