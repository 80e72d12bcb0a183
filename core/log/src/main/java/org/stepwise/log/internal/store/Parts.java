package org.stepwise.log.internal.store;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.stepwise.data.Id;
import org.stepwise.data.Ids;

/** Payloads that no column holds: their bytes are kept in parts, and in their place stands where, and how many. */
final class Parts {
    /** What a column holds; nearly every event fits, and is written and read as if there were no others. */
    private static final int COLUMN_BYTES = 32_672;

    /** The first byte of what stands in place of a payload; those of payloads are lower. */
    private static final byte IN_PARTS = 2;

    private static final int PLACE_BYTES = 1 + Long.BYTES + Integer.BYTES;
    private static final String INSERT =
            "INSERT INTO eventlog.event_part (company, content, part, bytes) VALUES (?, ?, ?, ?)";

    private final Jdbc jdbc;
    private final Ids ids;

    Parts(Jdbc jdbc, Ids ids) {
        this.jdbc = jdbc;
        this.ids = ids;
    }

    /** Writes the parts of what is long; returns what is to be kept in the rows. */
    List<Envelope> split(List<Envelope> events) {
        if (events.stream().noneMatch(event -> event.payload().length > COLUMN_BYTES)) {
            return events;
        }
        List<Object[]> rows = new ArrayList<>();
        List<Envelope> kept = events.stream().map(event -> kept(event, rows)).toList();
        jdbc.batch(INSERT, rows);
        return kept;
    }

    private Envelope kept(Envelope event, List<Object[]> rows) {
        byte[] payload = event.payload();
        if (payload.length <= COLUMN_BYTES) {
            return event;
        }
        long content = ids.next().value();
        for (int from = 0, part = 0; from < payload.length; from += COLUMN_BYTES, part++) {
            int to = Math.min(payload.length, from + COLUMN_BYTES);
            rows.add(new Object[] {event.company(), content, part, Arrays.copyOfRange(payload, from, to)});
        }
        ByteBuffer place = ByteBuffer.allocate(PLACE_BYTES);
        return event.with(
                place.put(IN_PARTS).putLong(content).putInt(payload.length).array());
    }

    /** How long the payload is, wherever it is kept. */
    static int length(Envelope row) {
        return row.payload()[0] == IN_PARTS ? place(row).getInt(1 + Long.BYTES) : row.payload().length;
    }

    private static ByteBuffer place(Envelope row) {
        return ByteBuffer.wrap(row.payload());
    }

    private static boolean inParts(Envelope row) {
        return row.payload()[0] == IN_PARTS;
    }

    private static long content(Envelope row) {
        return place(row).getLong(1);
    }

    /** The events of one company with their payloads as they were recorded. */
    List<Envelope> whole(List<Envelope> rows) {
        List<Envelope> split = rows.stream().filter(Parts::inParts).toList();
        if (split.isEmpty()) {
            return rows;
        }
        Map<Long, byte[]> payloads = new HashMap<>();
        split.forEach(row -> payloads.put(content(row), new byte[length(row)]));
        fill(split.get(0).company(), payloads);
        return rows.stream()
                .map(row -> inParts(row) ? row.with(payloads.get(content(row))) : row)
                .toList();
    }

    private void fill(Id company, Map<Long, byte[]> payloads) {
        Collection<Long> wanted = payloads.keySet();
        jdbc.list(
                "SELECT content, part, bytes FROM eventlog.event_part WHERE company = ? AND content IN (?)",
                row -> {
                    byte[] bytes = row.getBytes(3);
                    byte[] payload = payloads.get(row.getLong(1));
                    System.arraycopy(bytes, 0, payload, row.getInt(2) * COLUMN_BYTES, bytes.length);
                    return bytes.length;
                },
                company,
                wanted);
    }

    /** Forgets the parts of what is not kept any more. */
    void delete(Envelope row) {
        if (inParts(row)) {
            jdbc.update(
                    "DELETE FROM eventlog.event_part WHERE company = ? AND content = ?", row.company(), content(row));
        }
    }
}
