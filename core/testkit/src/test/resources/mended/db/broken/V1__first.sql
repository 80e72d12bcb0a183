CREATE TABLE first_table (company BIGINT NOT NULL, id BIGINT NOT NULL, PRIMARY KEY (company, id));
