CREATE TABLE gazette.news (company BIGINT NOT NULL, id BIGINT NOT NULL, PRIMARY KEY (company, id));
