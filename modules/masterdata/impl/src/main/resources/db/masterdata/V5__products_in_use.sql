-- Products that a fact names: their unit and kind are fixed from then on.
CREATE TABLE masterdata.product_use (
    company BIGINT NOT NULL,
    product BIGINT NOT NULL,
    PRIMARY KEY (company, product)
);
