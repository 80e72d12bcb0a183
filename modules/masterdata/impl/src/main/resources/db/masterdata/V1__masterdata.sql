create table company (
    company  BIGINT       not null,
    name     VARCHAR(200) not null,
    currency VARCHAR(3)   not null,
    zone     VARCHAR(60)  not null,
    constraint pk_company primary key (company)
);

create table party (
    company      BIGINT       not null,
    id           BIGINT       not null,
    code         VARCHAR(40)  not null,
    is_customer  BOOLEAN      not null,
    is_supplier  BOOLEAN      not null,
    is_employee  BOOLEAN      not null,
    is_natural   BOOLEAN      not null,
    is_erased    BOOLEAN      not null,
    name         VARCHAR(200),
    contact      VARCHAR(200),
    email        VARCHAR(200),
    phone        VARCHAR(60),
    street       VARCHAR(200),
    city         VARCHAR(100),
    postal_code  VARCHAR(20),
    country      VARCHAR(2),
    version      BIGINT       not null,
    constraint pk_party primary key (company, id),
    constraint uq_party_code unique (company, code)
);
create index party_by_name on party (company, name, id);

create table product (
    company    BIGINT       not null,
    id         BIGINT       not null,
    code       VARCHAR(40)  not null,
    name       VARCHAR(200) not null,
    category   VARCHAR(100),
    unit       VARCHAR(10)  not null,
    kind       VARCHAR(10)  not null,
    tax_code   VARCHAR(20),
    list_price DECIMAL(19, 6),
    is_active  BOOLEAN      not null,
    version    BIGINT       not null,
    constraint pk_product primary key (company, id),
    constraint uq_product_code unique (company, code)
);
create index product_by_name on product (company, name, id);

create table price (
    company    BIGINT         not null,
    product    BIGINT         not null,
    valid_from DATE           not null,
    price      DECIMAL(19, 6) not null,
    currency   VARCHAR(3)     not null,
    constraint pk_price primary key (company, product, valid_from)
);

create table tax_rate (
    company    BIGINT        not null,
    id         BIGINT        not null,
    code       VARCHAR(20)   not null,
    name       VARCHAR(200)  not null,
    percent    DECIMAL(9, 4) not null,
    valid_from DATE          not null,
    constraint pk_tax_rate primary key (company, id),
    constraint uq_tax_rate unique (company, code, valid_from)
);
