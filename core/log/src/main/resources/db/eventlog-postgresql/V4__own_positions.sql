-- What a transaction has written it may read: its own positions do not hold it back, those of others do.
CREATE OR REPLACE FUNCTION eventlog.event_horizon() RETURNS bigint LANGUAGE plpgsql AS $$
DECLARE last bigint; lowest bigint;
BEGIN
    SELECT last_value INTO last FROM eventlog.event_position;
    SELECT min(((classid::bigint << 32) | objid::bigint) & ~(1::bigint << 62)) INTO lowest FROM pg_locks
        WHERE locktype = 'advisory' AND objsubid = 1 AND classid::bigint >= (1::bigint << 30)
        AND database = (SELECT oid FROM pg_database WHERE datname = current_database())
        AND pid <> pg_backend_pid();
    RETURN least(last, lowest) + 255;
END $$;
