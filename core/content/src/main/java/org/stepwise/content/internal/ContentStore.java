package org.stepwise.content.internal;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.stepwise.content.Contents;
import org.stepwise.content.internal.ContentTables.Row;
import org.stepwise.content.internal.ContentTables.Upload;
import org.stepwise.data.Id;
import org.stepwise.data.Ids;
import org.stepwise.data.StatementFailed;
import org.stepwise.data.Transactions;
import org.stepwise.error.Conflict;
import org.stepwise.error.NotFound;
import org.stepwise.error.Rejected;
import org.stepwise.security.Callers;
import org.stepwise.security.PersonalKeys;

/** Contents in pieces that fit into a row of either database: never is a whole one in memory. */
@Component
public final class ContentStore implements Contents {
    /** What a piece takes as it is; sealed it is 28 bytes longer, and a row of Derby has 32,672. */
    private static final int PIECE = 32_000;

    private static final int PIECES_AT_ONCE = 16;
    private static final int BEGINNING = 64 * 1024;
    private static final int MOST_DAMAGED = 1000;
    private static final String DUPLICATE_KEY = "23505";

    private final ContentTables tables;
    private final PersonalKeys keys;
    private final Transactions transactions;
    private final Callers callers;
    private final Ids ids;
    private final Clock clock;

    @Activate
    public ContentStore(
            @Reference ContentTables tables,
            @Reference PersonalKeys keys,
            @Reference Transactions transactions,
            @Reference Callers callers,
            @Reference Ids ids,
            @Reference Clock clock) {
        this.tables = tables;
        this.keys = keys;
        this.transactions = transactions;
        this.callers = callers;
        this.ids = ids;
        this.clock = clock;
    }

    @Override
    public Stored store(InputStream content, long largest, Id person) throws IOException {
        var company = callers.current().company();
        var seal = new Seal(person == null ? null : keys.keyOf(company, person));
        var upload = new Upload(company, ids.next());
        transactions.run(() -> tables.begin(upload, clock.instant()));
        try {
            var stored = take(upload, seal, content, largest);
            settle(upload, new Row(stored.address(), upload.id(), person, stored.bytes()), seal);
            return stored;
        } catch (IOException | RuntimeException failed) {
            abandon(upload, failed);
            throw failed;
        }
    }

    private Stored take(Upload upload, Seal seal, InputStream content, long largest) throws IOException {
        var hash = seal.hash();
        var beginning = new ByteArrayOutputStream();
        var pieces = new ArrayList<byte[]>();
        long bytes = 0;
        int place = 0;
        for (byte[] piece = content.readNBytes(PIECE); piece.length > 0; piece = content.readNBytes(PIECE)) {
            bytes += piece.length;
            if (bytes > largest) {
                throw new Rejected(
                        "erp.content.too-big",
                        "the file is larger than " + largest / 1024 + " kB, the most that is taken in");
            }
            hash.add(piece, piece.length);
            beginning.write(piece, 0, Math.min(piece.length, BEGINNING - beginning.size()));
            pieces.add(seal.close(upload.id().value(), place + pieces.size(), piece));
            if (pieces.size() == PIECES_AT_ONCE) {
                place = add(upload, place, pieces);
            }
        }
        add(upload, place, pieces);
        if (bytes == 0) {
            throw new Rejected("erp.content.empty", "the file is empty; choose another");
        }
        return new Stored(hash.address(), bytes, beginning.toByteArray());
    }

    private int add(Upload upload, int first, List<byte[]> pieces) {
        transactions.run(() -> tables.add(upload, first, pieces));
        var next = first + pieces.size();
        pieces.clear();
        return next;
    }

    /**
     * The same content is there already, or is now: of two who bring it at the same time, the second finds that of the
     * first. One that was damaged is mended by whoever brings it again.
     */
    private void settle(Upload upload, Row row, Seal seal) {
        var known = tables.find(upload.company(), row.address());
        var whole = known.filter(there -> isWhole(there, new Upload(upload.company(), there.upload()), seal));
        try {
            transactions.run(() -> {
                if (whole.isPresent()) {
                    tables.close(upload);
                } else if (known.isPresent()) {
                    tables.replace(new Upload(upload.company(), known.get().upload()), row);
                } else {
                    tables.end(upload, row);
                }
            });
        } catch (StatementFailed failed) {
            if (!DUPLICATE_KEY.equals(failed.state())) {
                throw failed;
            }
            transactions.run(() -> tables.close(upload));
        }
    }

    /** What stays behind even so is swept away later. */
    private void abandon(Upload upload, Exception failed) {
        try {
            transactions.run(() -> tables.close(upload));
        } catch (RuntimeException second) {
            failed.addSuppressed(second);
        }
    }

    @Override
    public void keep(String address) {
        if (!tables.keep(callers.current().company(), address)) {
            throw new Conflict(
                    "erp.content.gone", "the content of the file is not there any more; send the file once more");
        }
    }

    @Override
    public Reading open(String address) {
        var company = callers.current().company();
        var row = tables.find(company, address).orElseThrow(ContentStore::unknown);
        var seal = new Seal(row.person() == null ? null : key(company, row.person()));
        var upload = new Upload(company, row.upload());
        if (!isWhole(row, upload, seal)) {
            throw damaged(address);
        }
        return new Reading() {
            @Override
            public long bytes() {
                return row.bytes();
            }

            @Override
            public void to(OutputStream out) throws IOException {
                try {
                    read(upload, seal, out::write);
                } catch (GeneralSecurityException changed) {
                    throw damaged(address);
                }
            }
        };
    }

    private byte[] key(Id company, Id person) {
        return keys.find(company, person).orElseThrow(ContentStore::unknown);
    }

    private boolean isWhole(Row row, Upload upload, Seal seal) {
        var hash = seal.hash();
        try {
            var bytes = read(upload, seal, piece -> hash.add(piece, piece.length));
            return bytes == row.bytes() && hash.address().equals(row.address());
        } catch (GeneralSecurityException changed) {
            return false;
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private interface Takes {
        void take(byte[] piece) throws IOException;
    }

    /** A few pieces at a time, so that whoever reads slowly holds no connection. */
    private long read(Upload upload, Seal seal, Takes takes) throws IOException, GeneralSecurityException {
        long bytes = 0;
        int place = 0;
        for (var pieces = next(upload, place); !pieces.isEmpty(); pieces = next(upload, place)) {
            for (var kept : pieces) {
                var piece = seal.open(upload.id().value(), place++, kept);
                bytes += piece.length;
                takes.take(piece);
            }
        }
        return bytes;
    }

    private List<byte[]> next(Upload upload, int place) {
        return tables.pieces(upload, place, PIECES_AT_ONCE);
    }

    @Override
    public List<String> damaged() {
        var company = callers.current().company();
        var found = new ArrayList<String>();
        for (var page = tables.kept(company, ""); !page.isEmpty() && found.size() < MOST_DAMAGED; ) {
            for (var row : page) {
                var key = row.person() == null
                        ? null
                        : keys.find(company, row.person()).orElse(null);
                if (row.person() != null && key == null
                        || !isWhole(row, new Upload(company, row.upload()), new Seal(key))) {
                    found.add(row.address());
                }
            }
            page = tables.kept(company, page.get(page.size() - 1).address());
        }
        return found;
    }

    private static NotFound unknown() {
        return new NotFound(
                "erp.content.unknown", "the content of this file is not there; it may have gone with its person");
    }

    private static Conflict damaged(String address) {
        return new Conflict(
                "erp.content.damaged",
                "the content of this file was damaged where it is kept and is not given out; restore it from a backup ("
                        + address + ")");
    }
}
