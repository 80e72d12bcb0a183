create table definition (
    company     BIGINT        not null,
    id          BIGINT        not null,
    attribute   VARCHAR(130)  not null,
    of_register VARCHAR(80)   not null,
    name        VARCHAR(40)   not null,
    title       VARCHAR(200)  not null,
    kind        VARCHAR(10)   not null,
    place       INTEGER       not null,
    is_required BOOLEAN       not null,
    is_personal BOOLEAN       not null,
    person      VARCHAR(80),
    choices     VARCHAR(4000),
    refers      VARCHAR(80),
    is_ended    BOOLEAN       not null,
    valid_from  DATE          not null,
    constraint pk_definition primary key (company, id),
    constraint uq_definition unique (company, attribute, valid_from)
);

-- Given out by company and register, and not taken back: what a value is kept in never becomes another's.
create table given_place (
    company     BIGINT      not null,
    of_register VARCHAR(80) not null,
    slot        VARCHAR(4)  not null,
    name        VARCHAR(40) not null,
    constraint pk_given_place primary key (company, of_register, slot),
    constraint uq_given_place unique (company, of_register, name)
);

-- One row where something is set, and none elsewhere.
create table row_values (
    company     BIGINT      not null,
    of_register VARCHAR(80) not null,
    row_id      BIGINT      not null,
    person      BIGINT,
    t1 VARCHAR(200), t2 VARCHAR(200), t3 VARCHAR(200), t4 VARCHAR(200), t5 VARCHAR(200), t6 VARCHAR(200),
    n1 DECIMAL(19, 6), n2 DECIMAL(19, 6), n3 DECIMAL(19, 6), n4 DECIMAL(19, 6), n5 DECIMAL(19, 6),
    d1 DATE, d2 DATE, d3 DATE,
    constraint pk_row_values primary key (company, of_register, row_id)
);
create index row_values_of_person on row_values (company, person);
create index row_values_by_t1 on row_values (company, of_register, t1, row_id);
create index row_values_by_t2 on row_values (company, of_register, t2, row_id);
create index row_values_by_t3 on row_values (company, of_register, t3, row_id);
create index row_values_by_t4 on row_values (company, of_register, t4, row_id);
create index row_values_by_t5 on row_values (company, of_register, t5, row_id);
create index row_values_by_t6 on row_values (company, of_register, t6, row_id);
create index row_values_by_n1 on row_values (company, of_register, n1, row_id);
create index row_values_by_n2 on row_values (company, of_register, n2, row_id);
create index row_values_by_n3 on row_values (company, of_register, n3, row_id);
create index row_values_by_n4 on row_values (company, of_register, n4, row_id);
create index row_values_by_n5 on row_values (company, of_register, n5, row_id);
create index row_values_by_d1 on row_values (company, of_register, d1, row_id);
create index row_values_by_d2 on row_values (company, of_register, d2, row_id);
create index row_values_by_d3 on row_values (company, of_register, d3, row_id);
