-- What holds is a question of the day: it is looked up in the prices, never kept in the product.
ALTER TABLE masterdata.product DROP COLUMN list_price;
