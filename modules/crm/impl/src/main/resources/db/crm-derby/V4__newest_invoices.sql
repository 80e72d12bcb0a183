-- Derby reads no index backwards: what is shown newest first has one of its own.
create index invoice_by_newest on invoice (company, issued_on desc, id desc);
