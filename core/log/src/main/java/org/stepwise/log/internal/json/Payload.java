package org.stepwise.log.internal.json;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.Deflater;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;

/** The bytes of an event: the first says how the JSON after it is written; changing that needs no migration. */
final class Payload {
    /** Twice what the longest journal has: what is longer is a fault of who records it. */
    static final int MAX_BYTES = 16 * 1024 * 1024;

    /** So short that little would be saved. */
    private static final int SHORT_BYTES = 200;

    private static final byte PLAIN = 0;
    private static final byte DEFLATED = 1;

    private Payload() {}

    static byte[] of(byte[] json) {
        byte[] plain = plain(json);
        if (plain.length <= SHORT_BYTES) {
            return plain;
        }
        byte[] deflated = deflated(json, plain.length);
        return deflated.length < plain.length ? deflated : plain;
    }

    static byte[] plain(byte[] json) {
        byte[] payload = new byte[json.length + 1];
        payload[0] = PLAIN;
        System.arraycopy(json, 0, payload, 1, json.length);
        return payload;
    }

    /** Cut short where it has become no shorter. */
    private static byte[] deflated(byte[] json, int most) {
        byte[] payload = new byte[most];
        payload[0] = DEFLATED;
        Deflater deflater = new Deflater(Deflater.BEST_SPEED, true);
        try {
            deflater.setInput(json);
            deflater.finish();
            return Arrays.copyOf(payload, 1 + deflater.deflate(payload, 1, most - 1));
        } finally {
            deflater.end();
        }
    }

    static String json(byte[] payload) {
        return switch (payload[0]) {
            case PLAIN -> new String(payload, 1, payload.length - 1, StandardCharsets.UTF_8);
            case DEFLATED -> inflated(payload);
            default ->
                throw new IllegalStateException(
                        "an event is written in an encoding of a later version: " + payload[0] + "; update the server");
        };
    }

    private static String inflated(byte[] payload) {
        ByteArrayInputStream rest = new ByteArrayInputStream(payload, 1, payload.length - 1);
        Inflater inflater = new Inflater(true);
        try (InflaterInputStream in = new InflaterInputStream(rest, inflater)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } finally {
            inflater.end();
        }
    }
}
