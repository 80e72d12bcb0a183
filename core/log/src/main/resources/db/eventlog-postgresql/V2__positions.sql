-- A block of 256 positions a transaction. CACHE must stay 1: a cached value would be below a bound already given.
CREATE SEQUENCE eventlog.event_position INCREMENT BY 256 START 256 CACHE 1;

-- The first value is spent here, because before it the last value and the next one are the same.
SELECT nextval('eventlog.event_position');

-- A shared lock on a bound below what this transaction gets tells readers how far they may go until it has ended.
CREATE FUNCTION eventlog.event_take() RETURNS bigint LANGUAGE plpgsql AS $$
DECLARE bound bigint;
BEGIN
    SELECT last_value INTO bound FROM eventlog.event_position;
    PERFORM pg_advisory_xact_lock_shared((1::bigint << 62) | bound);
    RETURN nextval('eventlog.event_position');
END $$;

-- The last value is read before the locks: a writer whose lock is not seen takes more than it afterwards.
CREATE FUNCTION eventlog.event_horizon() RETURNS bigint LANGUAGE plpgsql AS $$
DECLARE last bigint; lowest bigint;
BEGIN
    SELECT last_value INTO last FROM eventlog.event_position;
    SELECT min(((classid::bigint << 32) | objid::bigint) & ~(1::bigint << 62)) INTO lowest FROM pg_locks
        WHERE locktype = 'advisory' AND objsubid = 1 AND classid::bigint >= (1::bigint << 30)
        AND database = (SELECT oid FROM pg_database WHERE datname = current_database());
    RETURN least(last, lowest) + 255;
END $$;
