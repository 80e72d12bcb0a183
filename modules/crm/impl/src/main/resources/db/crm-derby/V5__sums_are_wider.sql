-- What is added up is kept wider than its parts: no sum of what may be entered can be too big for its column.
DROP VIEW crm.invoice_overview;

ALTER TABLE crm.order_line ADD COLUMN wider_delivered DECIMAL(31, 6) NOT NULL DEFAULT 0;
ALTER TABLE crm.order_line ADD COLUMN wider_invoiced DECIMAL(31, 6) NOT NULL DEFAULT 0;
UPDATE crm.order_line SET wider_delivered = delivered, wider_invoiced = invoiced;
ALTER TABLE crm.order_line DROP COLUMN delivered;
RENAME COLUMN crm.order_line.wider_delivered TO delivered;
ALTER TABLE crm.order_line ALTER COLUMN delivered DROP DEFAULT;
ALTER TABLE crm.order_line DROP COLUMN invoiced;
RENAME COLUMN crm.order_line.wider_invoiced TO invoiced;
ALTER TABLE crm.order_line ALTER COLUMN invoiced DROP DEFAULT;
ALTER TABLE crm.delivery_line ADD COLUMN wider_returned DECIMAL(31, 6) NOT NULL DEFAULT 0;
UPDATE crm.delivery_line SET wider_returned = returned;
ALTER TABLE crm.delivery_line DROP COLUMN returned;
RENAME COLUMN crm.delivery_line.wider_returned TO returned;
ALTER TABLE crm.delivery_line ALTER COLUMN returned DROP DEFAULT;
ALTER TABLE crm.invoice ADD COLUMN wider_received DECIMAL(31, 4) NOT NULL DEFAULT 0;
ALTER TABLE crm.invoice ADD COLUMN wider_given_back DECIMAL(31, 4) NOT NULL DEFAULT 0;
UPDATE crm.invoice SET wider_received = received, wider_given_back = given_back;
ALTER TABLE crm.invoice DROP COLUMN received;
RENAME COLUMN crm.invoice.wider_received TO received;
ALTER TABLE crm.invoice ALTER COLUMN received DROP DEFAULT;
ALTER TABLE crm.invoice DROP COLUMN given_back;
RENAME COLUMN crm.invoice.wider_given_back TO given_back;
ALTER TABLE crm.invoice ALTER COLUMN given_back DROP DEFAULT;
ALTER TABLE crm.settlement ADD COLUMN wider_credited DECIMAL(31, 4) NOT NULL DEFAULT 0;
ALTER TABLE crm.settlement ADD COLUMN wider_paid DECIMAL(31, 4) NOT NULL DEFAULT 0;
UPDATE crm.settlement SET wider_credited = credited, wider_paid = paid;
ALTER TABLE crm.settlement DROP COLUMN credited;
RENAME COLUMN crm.settlement.wider_credited TO credited;
ALTER TABLE crm.settlement ALTER COLUMN credited DROP DEFAULT;
ALTER TABLE crm.settlement DROP COLUMN paid;
RENAME COLUMN crm.settlement.wider_paid TO paid;
ALTER TABLE crm.settlement ALTER COLUMN paid DROP DEFAULT;
ALTER TABLE crm.on_account ADD COLUMN wider_amount DECIMAL(31, 4) NOT NULL DEFAULT 0;
UPDATE crm.on_account SET wider_amount = amount;
ALTER TABLE crm.on_account DROP COLUMN amount;
RENAME COLUMN crm.on_account.wider_amount TO amount;
ALTER TABLE crm.on_account ALTER COLUMN amount DROP DEFAULT;

-- A text has the same bound at every door.
ALTER TABLE crm.goods_return ALTER COLUMN reason SET DATA TYPE VARCHAR(500);
ALTER TABLE crm.sales_order ALTER COLUMN reference SET DATA TYPE VARCHAR(200);

create view crm.invoice_overview as
select i.company, i.id, i.number, i.kind, i.order_id, i.customer, i.customer_name, i.issued_on, i.due_on, i.currency,
       i.net, i.tax, i.total, i.version,
       case when i.kind = 'CREDIT_NOTE' then i.total when s.id is null then 0 else s.paid end as paid,
       case when i.kind = 'CREDIT_NOTE' or s.is_open = false then 'PAID' else 'OPEN' end as status
from crm.invoice i
left join crm.settlement s on s.company = i.company and s.id = i.id;
