-- Companies that do not exist: a module takes a log in for one to see what it would post now. What is left here was
-- not cleared away, because the server ended; seen_at is when somebody was last at work with it.
CREATE TABLE platform.shadow (
    company BIGINT NOT NULL,
    id BIGINT NOT NULL,
    module VARCHAR(60) NOT NULL,
    module_schema VARCHAR(60) NOT NULL,
    seen_at TIMESTAMP NOT NULL,
    CONSTRAINT shadow_key PRIMARY KEY (company, id)
);
