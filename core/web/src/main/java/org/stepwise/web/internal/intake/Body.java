package org.stepwise.web.internal.intake;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.StandardOpenOption;
import org.stepwise.data.Id;

/** What a request brought with it: small in memory, else in a file that has no name and goes with it. */
final class Body implements AutoCloseable {
    /** What is longer is kept in a file. */
    static final int LARGEST_IN_MEMORY = 1024 * 1024;

    private final Budget budget;
    private final Id user;
    private final ByteArrayOutputStream memory = new ByteArrayOutputStream();
    private FileChannel file;
    private long inFile;
    private long size;
    private boolean closed;

    /** {@code user} is null for a stranger, whose body is never so long that it needs a file. */
    Body(Budget budget, Id user) {
        this.budget = budget;
        this.user = user;
    }

    long size() {
        return size;
    }

    /** Refuses what is more than the server, or one user of it, may bring at a time. */
    void add(byte[] bytes, int length) throws IOException {
        if (file == null && (memory.size() + length > LARGEST_IN_MEMORY || !budget.takeMemory(length))) {
            toFile();
        }
        if (file == null) {
            memory.write(bytes, 0, length);
        } else {
            keep(bytes, length);
        }
        size += length;
    }

    private void toFile() throws IOException {
        var path = Files.createTempFile("stepwise-body", null);
        try {
            file = FileChannel.open(path, StandardOpenOption.READ, StandardOpenOption.WRITE);
        } finally {
            // Open without a name: whatever becomes of the server, nothing stays behind.
            Files.delete(path);
        }
        var held = memory.toByteArray();
        keep(held, held.length);
        budget.giveMemory(held.length);
        memory.reset();
    }

    private void keep(byte[] bytes, int length) throws IOException {
        budget.takeFile(user, length);
        inFile += length;
        write(ByteBuffer.wrap(bytes, 0, length));
    }

    private void write(ByteBuffer bytes) throws IOException {
        while (bytes.hasRemaining()) {
            file.write(bytes);
        }
    }

    /** From the beginning, each time anew. */
    InputStream open() {
        return file == null ? new ByteArrayInputStream(memory.toByteArray()) : new FromFile();
    }

    @Override
    public void close() throws IOException {
        if (closed) {
            return;
        }
        closed = true;
        budget.giveMemory(memory.size());
        if (file != null) {
            budget.giveFile(user, inFile);
            file.close();
        }
    }

    /** Reads the file from a place of its own. */
    private final class FromFile extends InputStream {
        private long position;

        @Override
        public int read() throws IOException {
            var one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            var got = file.read(ByteBuffer.wrap(into, offset, length), position);
            if (got > 0) {
                position += got;
            }
            return got;
        }
    }
}
