CREATE TABLE shop.sale (
    company BIGINT NOT NULL,
    document BIGINT NOT NULL,
    product VARCHAR(20) NOT NULL,
    quantity DECIMAL(19,6) NOT NULL,
    CONSTRAINT sale_key PRIMARY KEY (company, document)
);
CREATE TABLE shop.price (
    company BIGINT NOT NULL,
    product VARCHAR(20) NOT NULL,
    valid_from DATE NOT NULL,
    price DECIMAL(19,6) NOT NULL,
    CONSTRAINT price_key PRIMARY KEY (company, product, valid_from)
);
CREATE TABLE shop.till_price (
    company BIGINT NOT NULL,
    product VARCHAR(20) NOT NULL,
    valid_from DATE NOT NULL,
    price DECIMAL(19,6) NOT NULL,
    CONSTRAINT till_price_key PRIMARY KEY (company, product, valid_from)
);
CREATE TABLE shop.stock (
    company BIGINT NOT NULL,
    product VARCHAR(20) NOT NULL,
    movements BIGINT NOT NULL,
    trace BIGINT NOT NULL,
    CONSTRAINT stock_key PRIMARY KEY (company, product)
);
CREATE TABLE shop.cost (
    company BIGINT NOT NULL,
    document BIGINT NOT NULL,
    cost BIGINT NOT NULL,
    CONSTRAINT cost_key PRIMARY KEY (company, document)
);
