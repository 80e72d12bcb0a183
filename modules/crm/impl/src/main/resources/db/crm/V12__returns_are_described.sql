-- The platform keeps goods returns from now on, as org.stepwise.crm.document.GoodsReturn describes them. It makes what
-- else they have of indexes itself.
CREATE TABLE crm.return_document (
    company       BIGINT NOT NULL,
    id            BIGINT NOT NULL,
    version       BIGINT NOT NULL,
    delivery_v    BIGINT,
    order_v       BIGINT,
    customer_v    BIGINT,
    returned_on_v DATE,
    reason_v      VARCHAR(500),
    credit_note_v BIGINT,
    invoice_v     BIGINT,
    PRIMARY KEY (company, id)
);
INSERT INTO crm.return_document (company, id, version, delivery_v, order_v, customer_v, returned_on_v, reason_v,
                                 credit_note_v, invoice_v)
SELECT company, id, version, delivery, order_id, customer, returned_on, reason, credit_note, invoice
FROM crm.goods_return;

CREATE TABLE crm.return_document_line (
    company      BIGINT  NOT NULL,
    id           BIGINT  NOT NULL,
    line         INTEGER NOT NULL,
    order_line_v INTEGER,
    product_v    BIGINT,
    quantity_v   DECIMAL(31, 6),
    PRIMARY KEY (company, id, line)
);
INSERT INTO crm.return_document_line (company, id, line, order_line_v, product_v, quantity_v)
SELECT company, document, line, order_line, product, quantity
FROM crm.return_line;

DROP TABLE crm.return_line;
DROP TABLE crm.goods_return;
