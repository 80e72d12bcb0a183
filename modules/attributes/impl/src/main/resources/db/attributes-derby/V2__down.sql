-- Derby reads no index backwards.
create index row_values_by_t1_down on row_values (company, of_register, t1 DESC, row_id DESC);
create index row_values_by_t2_down on row_values (company, of_register, t2 DESC, row_id DESC);
create index row_values_by_t3_down on row_values (company, of_register, t3 DESC, row_id DESC);
create index row_values_by_t4_down on row_values (company, of_register, t4 DESC, row_id DESC);
create index row_values_by_t5_down on row_values (company, of_register, t5 DESC, row_id DESC);
create index row_values_by_t6_down on row_values (company, of_register, t6 DESC, row_id DESC);
create index row_values_by_n1_down on row_values (company, of_register, n1 DESC, row_id DESC);
create index row_values_by_n2_down on row_values (company, of_register, n2 DESC, row_id DESC);
create index row_values_by_n3_down on row_values (company, of_register, n3 DESC, row_id DESC);
create index row_values_by_n4_down on row_values (company, of_register, n4 DESC, row_id DESC);
create index row_values_by_n5_down on row_values (company, of_register, n5 DESC, row_id DESC);
create index row_values_by_d1_down on row_values (company, of_register, d1 DESC, row_id DESC);
create index row_values_by_d2_down on row_values (company, of_register, d2 DESC, row_id DESC);
create index row_values_by_d3_down on row_values (company, of_register, d3 DESC, row_id DESC);
