-- What is added up is kept wider than its parts: no sum of what may be entered can be too big for its column.
DROP VIEW crm.invoice_overview;

ALTER TABLE crm.order_line
    ALTER COLUMN delivered TYPE DECIMAL(31, 6),
    ALTER COLUMN invoiced TYPE DECIMAL(31, 6);
ALTER TABLE crm.delivery_line
    ALTER COLUMN returned TYPE DECIMAL(31, 6);
ALTER TABLE crm.invoice
    ALTER COLUMN received TYPE DECIMAL(31, 4),
    ALTER COLUMN given_back TYPE DECIMAL(31, 4);
ALTER TABLE crm.settlement
    ALTER COLUMN credited TYPE DECIMAL(31, 4),
    ALTER COLUMN paid TYPE DECIMAL(31, 4);
ALTER TABLE crm.on_account
    ALTER COLUMN amount TYPE DECIMAL(31, 4);

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
