-- What texts are sorted and found by, as readers of the company's language do; made when a list needs it first.
ALTER TABLE masterdata.party ADD COLUMN name_key ${key};
ALTER TABLE masterdata.party ADD COLUMN name_folded VARCHAR(1000);
ALTER TABLE masterdata.party ADD COLUMN name_by VARCHAR(40);
ALTER TABLE masterdata.party ADD COLUMN city_key ${key};
ALTER TABLE masterdata.party ADD COLUMN city_folded VARCHAR(1000);
ALTER TABLE masterdata.party ADD COLUMN city_by VARCHAR(40);
DROP INDEX masterdata.party_by_name;
CREATE INDEX party_by_name ON masterdata.party (company, name_key, id);

ALTER TABLE masterdata.product ADD COLUMN name_key ${key};
ALTER TABLE masterdata.product ADD COLUMN name_folded VARCHAR(1000);
ALTER TABLE masterdata.product ADD COLUMN name_by VARCHAR(40);
ALTER TABLE masterdata.product ADD COLUMN category_key ${key};
ALTER TABLE masterdata.product ADD COLUMN category_folded VARCHAR(1000);
ALTER TABLE masterdata.product ADD COLUMN category_by VARCHAR(40);
DROP INDEX masterdata.product_by_name;
CREATE INDEX product_by_name ON masterdata.product (company, name_key, id);

ALTER TABLE masterdata.tax_rate ADD COLUMN name_key ${key};
ALTER TABLE masterdata.tax_rate ADD COLUMN name_folded VARCHAR(1000);
ALTER TABLE masterdata.tax_rate ADD COLUMN name_by VARCHAR(40);
