-- The day on which an order became binding: nothing left for it before. Of orders that are there already it stays unknown
-- until a rebuild, and the day on which they were ordered counts.
ALTER TABLE crm.sales_order ADD COLUMN confirmed_on DATE;
