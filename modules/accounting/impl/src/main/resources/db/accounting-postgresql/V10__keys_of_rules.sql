-- A rule may be of a dimension too: its row is known by its id, see V11. Whatever the old key is called.
DO $$
DECLARE
    old RECORD;
BEGIN
    FOR old IN
        SELECT k.conname, k.conrelid::regclass AS of_table
          FROM pg_constraint k
          JOIN pg_class c ON c.oid = k.conrelid
          JOIN pg_namespace n ON n.oid = c.relnamespace
         WHERE k.contype = 'p' AND n.nspname = 'accounting' AND c.relname = 'posting_rule'
    LOOP
        EXECUTE format('ALTER TABLE %s DROP CONSTRAINT %I', old.of_table, old.conname);
    END LOOP;
END $$;
