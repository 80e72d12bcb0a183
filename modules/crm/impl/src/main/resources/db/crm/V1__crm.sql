-- What sales knows of customers: a copy learned from the log, for lists.
create table customer (
    company    BIGINT  not null,
    id         BIGINT  not null,
    name       VARCHAR(200),
    is_natural BOOLEAN not null,
    constraint pk_customer primary key (company, id)
);

-- Numbers may come before the document they belong to.
create table document_number (
    company  BIGINT      not null,
    document BIGINT      not null,
    number   VARCHAR(40) not null,
    constraint pk_document_number primary key (company, document)
);

create table sales_order (
    company       BIGINT         not null,
    id            BIGINT         not null,
    number        VARCHAR(40),
    reference     VARCHAR(60),
    customer      BIGINT         not null,
    customer_name VARCHAR(200),
    salesperson   BIGINT,
    status        VARCHAR(12)    not null,
    ordered_on    DATE           not null,
    required_on   DATE,
    currency      VARCHAR(3)     not null,
    freight       DECIMAL(19, 4) not null,
    net           DECIMAL(19, 4) not null,
    tax           DECIMAL(19, 4) not null,
    total         DECIMAL(19, 4) not null,
    confirmed     BOOLEAN        not null,
    cancelled     BOOLEAN        not null,
    invoices      INTEGER        not null,
    version       BIGINT         not null,
    constraint pk_sales_order primary key (company, id)
);
create index sales_order_by_number on sales_order (company, number, id);
create index sales_order_by_day on sales_order (company, ordered_on, id);
create index sales_order_by_customer on sales_order (company, customer, id);
create index sales_order_by_status on sales_order (company, status, id);
create index sales_order_by_reference on sales_order (company, reference);

create table order_line (
    company     BIGINT         not null,
    document    BIGINT         not null,
    line        INTEGER        not null,
    product     BIGINT         not null,
    stocked     BOOLEAN        not null,
    quantity    DECIMAL(19, 6) not null,
    unit        VARCHAR(10)    not null,
    price       DECIMAL(19, 6) not null,
    discount    DECIMAL(9, 4)  not null,
    net         DECIMAL(19, 4) not null,
    tax_code    VARCHAR(20),
    tax_percent DECIMAL(9, 4)  not null,
    tax         DECIMAL(19, 4) not null,
    delivered   DECIMAL(19, 6) not null,
    invoiced    DECIMAL(19, 6) not null,
    constraint pk_order_line primary key (company, document, line)
);

create table delivery (
    company      BIGINT not null,
    id           BIGINT not null,
    order_id     BIGINT not null,
    customer     BIGINT not null,
    delivered_on DATE   not null,
    invoice      BIGINT,
    version      BIGINT not null,
    constraint pk_delivery primary key (company, id)
);
create index delivery_by_order on delivery (company, order_id, id);
create index delivery_by_day on delivery (company, delivered_on, id);

create table delivery_line (
    company    BIGINT         not null,
    document   BIGINT         not null,
    line       INTEGER        not null,
    order_line INTEGER        not null,
    product    BIGINT         not null,
    quantity   DECIMAL(19, 6) not null,
    returned   DECIMAL(19, 6) not null,
    constraint pk_delivery_line primary key (company, document, line)
);

create table goods_return (
    company     BIGINT not null,
    id          BIGINT not null,
    delivery    BIGINT not null,
    order_id    BIGINT not null,
    customer    BIGINT not null,
    returned_on DATE   not null,
    reason      VARCHAR(200),
    credit_note BIGINT,
    version     BIGINT not null,
    constraint pk_goods_return primary key (company, id)
);
create index goods_return_by_delivery on goods_return (company, delivery, id);
create index goods_return_by_day on goods_return (company, returned_on, id);

create table return_line (
    company    BIGINT         not null,
    document   BIGINT         not null,
    line       INTEGER        not null,
    order_line INTEGER        not null,
    product    BIGINT         not null,
    quantity   DECIMAL(19, 6) not null,
    constraint pk_return_line primary key (company, document, line)
);

create table invoice (
    company       BIGINT         not null,
    id            BIGINT         not null,
    number        VARCHAR(40),
    kind          VARCHAR(12)    not null,
    order_id      BIGINT         not null,
    customer      BIGINT         not null,
    customer_name VARCHAR(200),
    credited      BIGINT,
    issued_on     DATE           not null,
    due_on        DATE           not null,
    currency      VARCHAR(3)     not null,
    net           DECIMAL(19, 4) not null,
    tax           DECIMAL(19, 4) not null,
    total         DECIMAL(19, 4) not null,
    received      DECIMAL(19, 4) not null,
    given_back    DECIMAL(19, 4) not null,
    version       BIGINT         not null,
    constraint pk_invoice primary key (company, id)
);
create index invoice_by_number on invoice (company, number, id);
create index invoice_by_day on invoice (company, issued_on, id);
create index invoice_by_customer on invoice (company, customer, id);
create index invoice_by_order on invoice (company, order_id, id);

create table invoice_line (
    company     BIGINT         not null,
    document    BIGINT         not null,
    line        INTEGER        not null,
    kind        VARCHAR(10)    not null,
    product     BIGINT,
    order_line  INTEGER        not null,
    quantity    DECIMAL(19, 6) not null,
    price       DECIMAL(19, 6) not null,
    discount    DECIMAL(9, 4)  not null,
    net         DECIMAL(19, 4) not null,
    tax_code    VARCHAR(20),
    tax_percent DECIMAL(9, 4)  not null,
    tax         DECIMAL(19, 4) not null,
    constraint pk_invoice_line primary key (company, document, line)
);

-- What is settled depends on the order of payments: only the reaction crm.payments writes these two.
create table settlement (
    company  BIGINT         not null,
    id       BIGINT         not null,
    party    BIGINT         not null,
    position BIGINT         not null,
    total    DECIMAL(19, 4) not null,
    credited DECIMAL(19, 4) not null,
    paid     DECIMAL(19, 4) not null,
    is_open  BOOLEAN        not null,
    constraint pk_settlement primary key (company, id)
);
create index settlement_open on settlement (company, party, is_open, position);

create table on_account (
    company BIGINT         not null,
    party   BIGINT         not null,
    amount  DECIMAL(19, 4) not null,
    constraint pk_on_account primary key (company, party)
);

create view invoice_overview as
select i.company, i.id, i.number, i.kind, i.order_id, i.customer, i.customer_name, i.issued_on, i.due_on, i.currency,
       i.net, i.tax, i.total, i.version,
       case when i.kind = 'CREDIT_NOTE' then i.total when s.id is null then 0 else s.paid end as paid,
       case when i.kind = 'CREDIT_NOTE' or s.is_open = false then 'PAID' else 'OPEN' end as status
from invoice i
left join settlement s on s.company = i.company and s.id = i.id;
