-- A row for each value of a line: lines are read by their document, and no list is filtered by them.
create table line_values (
    company     BIGINT       not null,
    of_register VARCHAR(80)  not null,
    row_id      BIGINT       not null,
    line        INTEGER      not null,
    name        VARCHAR(40)  not null,
    said        VARCHAR(200) not null,
    person      BIGINT,
    constraint pk_line_values primary key (company, of_register, row_id, line, name)
);
create index line_values_of_person on line_values (company, person);
