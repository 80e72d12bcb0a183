package org.stepwise.content.internal;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HexFormat;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * How a content is hashed and its pieces are written: as they are, or sealed with keys made of a person's (AES-256-GCM,
 * NIST SP 800-38D), each piece bound to its place.
 */
final class Seal {
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final byte[] key;

    /** {@code key} is the person's, or null for a content that is nobody's. */
    Seal(byte[] key) {
        this.key = key;
    }

    /** Takes a content in, and says its address at the end. */
    interface Hash {
        void add(byte[] bytes, int length);

        String address();
    }

    Hash hash() {
        return key == null ? plain() : keyed();
    }

    private static Hash plain() {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            return new Hash() {
                @Override
                public void add(byte[] bytes, int length) {
                    digest.update(bytes, 0, length);
                }

                @Override
                public String address() {
                    return HexFormat.of().formatHex(digest.digest());
                }
            };
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException("every Java has SHA-256", missing);
        }
    }

    private Hash keyed() {
        var mac = mac(derived("address"));
        return new Hash() {
            @Override
            public void add(byte[] bytes, int length) {
                mac.update(bytes, 0, length);
            }

            @Override
            public String address() {
                return HexFormat.of().formatHex(mac.doFinal());
            }
        };
    }

    /** A piece as it is kept. */
    byte[] close(long upload, int place, byte[] piece) {
        if (key == null) {
            return piece;
        }
        var nonce = new byte[NONCE_BYTES];
        RANDOM.nextBytes(nonce);
        try {
            var sealed = cipher(Cipher.ENCRYPT_MODE, nonce, upload, place).doFinal(piece);
            return ByteBuffer.allocate(NONCE_BYTES + sealed.length)
                    .put(nonce)
                    .put(sealed)
                    .array();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("a piece of a content cannot be sealed", impossible);
        }
    }

    /** A piece as it was; refuses by exception what was sealed otherwise or changed since. */
    byte[] open(long upload, int place, byte[] kept) throws GeneralSecurityException {
        if (key == null) {
            return kept;
        }
        if (kept.length < NONCE_BYTES) {
            throw new GeneralSecurityException("too short");
        }
        var nonce = Arrays.copyOf(kept, NONCE_BYTES);
        return cipher(Cipher.DECRYPT_MODE, nonce, upload, place).doFinal(kept, NONCE_BYTES, kept.length - NONCE_BYTES);
    }

    private Cipher cipher(int mode, byte[] nonce, long upload, int place) throws GeneralSecurityException {
        var cipher = Cipher.getInstance("AES/GCM/NoPadding");
        var secret = new SecretKeySpec(derived("content"), "AES");
        cipher.init(mode, secret, new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(ByteBuffer.allocate(Long.BYTES + Integer.BYTES)
                .putLong(upload)
                .putInt(place)
                .array());
        return cipher;
    }

    private byte[] derived(String purpose) {
        return mac(key).doFinal(("stepwise " + purpose).getBytes(StandardCharsets.UTF_8));
    }

    private static Mac mac(byte[] secret) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret, "HmacSHA256"));
            return mac;
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException("every Java has HMAC-SHA-256", missing);
        }
    }
}
