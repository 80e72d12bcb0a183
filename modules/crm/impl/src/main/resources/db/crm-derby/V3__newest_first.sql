-- Derby reads no index backwards: what is shown newest first has one of its own.
create index sales_order_by_newest on sales_order (company, ordered_on desc, id desc);
create index sales_order_by_last_number on sales_order (company, number desc, id desc);
create index delivery_by_newest on delivery (company, delivered_on desc, id desc);
