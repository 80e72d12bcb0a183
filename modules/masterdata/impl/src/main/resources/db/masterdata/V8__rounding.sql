-- Where documents are rounded, by the first day it holds: a company without a row rounds each line.
CREATE TABLE masterdata.rounding (
    company BIGINT NOT NULL,
    id BIGINT NOT NULL,
    method VARCHAR(10) NOT NULL,
    valid_from DATE NOT NULL,
    PRIMARY KEY (company, id)
);
CREATE UNIQUE INDEX rounding_by_day ON masterdata.rounding (company, valid_from);
