-- What an order led to, and what came back of a delivery.
CREATE INDEX document_by_order ON warehouse.document (company, order_id);
CREATE INDEX document_by_delivery ON warehouse.document (company, delivery);
