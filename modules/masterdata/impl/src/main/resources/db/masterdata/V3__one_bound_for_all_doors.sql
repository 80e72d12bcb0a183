-- A receipt's reference may be as long as the warehouse takes it.
DROP VIEW masterdata.goods_notes;
ALTER TABLE masterdata.goods_note ALTER COLUMN reference SET DATA TYPE VARCHAR(200);
CREATE VIEW masterdata.goods_notes AS
    SELECT g.company, g.id, n.number, g.kind, g.happened_on, g.supplier, g.reference
      FROM masterdata.goods_note g
      LEFT JOIN masterdata.goods_note_number n ON n.company = g.company AND n.note = g.id;
