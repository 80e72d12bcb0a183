package org.stepwise.web.internal.screen;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;

/** The contents of files that were asked for of late, held once however many ask. */
final class Contents {
    private static final int MOST_BYTES = 16 * 1024 * 1024;

    private final Map<String, byte[]> held = new LinkedHashMap<>(64, 0.75f, true);
    private int bytes;

    /** Reads a file. */
    interface Source {
        byte[] read() throws IOException;
    }

    /** {@code name} names the content for good, such as by its hash. */
    synchronized byte[] of(String name, Source source) throws IOException {
        var known = held.get(name);
        if (known != null) {
            return known;
        }
        var read = source.read();
        held.put(name, read);
        bytes += read.length;
        for (var oldest = held.entrySet().iterator(); bytes > MOST_BYTES && oldest.hasNext(); ) {
            bytes -= oldest.next().getValue().length;
            oldest.remove();
        }
        return read;
    }
}
