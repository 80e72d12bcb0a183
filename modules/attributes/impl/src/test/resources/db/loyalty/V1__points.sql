create table points (
    company  BIGINT not null,
    of_order BIGINT not null,
    points   DECIMAL(19, 6),
    constraint pk_points primary key (company, of_order)
);
create index points_by_number on points (company, points, of_order);

create table gift (
    company  BIGINT       not null,
    of_order BIGINT       not null,
    line     INTEGER      not null,
    gift     VARCHAR(200) not null,
    constraint pk_gift primary key (company, of_order, line)
);
