-- A credit note, and what is left of a payment, is open until it is used, as in the books.
ALTER TABLE crm.settlement ADD COLUMN owed BOOLEAN NOT NULL DEFAULT TRUE;
DROP INDEX crm.settlement_open;
CREATE INDEX settlement_open ON crm.settlement (company, party, owed, is_open, position);

-- Which of a party's credits were left was not kept: they are one, under the party's id, and older than all to come.
INSERT INTO crm.settlement (company, id, party, position, total, credited, paid, is_open, owed)
    SELECT company, id, customer, 0, total, 0, total, FALSE, FALSE FROM crm.invoice WHERE kind = 'CREDIT_NOTE';
INSERT INTO crm.settlement (company, id, party, position, total, credited, paid, is_open, owed)
    SELECT company, party, party, 0, amount, 0, 0, TRUE, FALSE FROM crm.on_account WHERE amount > 0;
DROP TABLE crm.on_account;

DROP VIEW crm.invoice_overview;
CREATE VIEW crm.invoice_overview AS
SELECT i.company, i.id, i.number, i.kind, i.order_id, i.customer, i.customer_name, i.issued_on, i.due_on, i.currency,
       i.net, i.tax, i.total, i.rounding, i.version,
       CASE WHEN s.id IS NULL THEN 0 ELSE s.paid END AS paid,
       CASE WHEN s.is_open = FALSE THEN 'PAID' ELSE 'OPEN' END AS status
  FROM crm.invoice i
  LEFT JOIN crm.settlement s ON s.company = i.company AND s.id = i.id;
