ALTER TABLE platform.company ADD COLUMN language VARCHAR(10) DEFAULT 'en' NOT NULL;
