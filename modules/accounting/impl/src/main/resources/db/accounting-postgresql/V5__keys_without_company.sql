-- Eight keys knew a row by its id alone; the new ones come with V6. Whatever the old ones are called.
DO $$
DECLARE
    old RECORD;
BEGIN
    FOR old IN
        SELECT k.conname, k.conrelid::regclass AS of_table
          FROM pg_constraint k
          JOIN pg_class c ON c.oid = k.conrelid
          JOIN pg_namespace n ON n.oid = c.relnamespace
         WHERE k.contype = 'p' AND n.nspname = 'accounting'
           AND c.relname IN ('journal', 'journal_line', 'cost_of_movement', 'charge_of_movement', 'open_item',
                             'document_number', 'party', 'payment')
    LOOP
        EXECUTE format('ALTER TABLE %s DROP CONSTRAINT %I', old.of_table, old.conname);
    END LOOP;
END $$;
