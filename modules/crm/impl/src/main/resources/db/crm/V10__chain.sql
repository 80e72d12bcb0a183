-- What a document came from and led to is looked up by what its row names.
DROP VIEW crm.invoice_overview;
CREATE VIEW crm.invoice_overview AS
SELECT i.company, i.id, i.number, i.kind, i.order_id, i.credited, i.customer, i.issued_on, i.due_on, i.currency,
       i.net, i.tax, i.total, i.rounding, i.version,
       CASE WHEN s.id IS NULL THEN 0 ELSE s.paid END AS paid,
       CASE WHEN s.is_open = FALSE THEN 'PAID' ELSE 'OPEN' END AS status
FROM crm.invoice i
LEFT JOIN crm.settlement s ON s.company = i.company AND s.id = i.id;

CREATE INDEX delivery_by_invoice ON crm.delivery (company, invoice);
CREATE INDEX goods_return_by_credit_note ON crm.goods_return (company, credit_note);
CREATE INDEX goods_return_by_invoice ON crm.goods_return (company, invoice);
CREATE INDEX invoice_by_credited ON crm.invoice (company, credited);
