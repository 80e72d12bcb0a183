package org.stepwise.log.internal.json;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.stepwise.data.Id;
import org.stepwise.security.PersonalKeys;

/** Seals a personal field with the person's key (AES-256-GCM, NIST SP 800-38D); bound to company and person. */
final class PersonalCipher {
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;

    private final PersonalKeys keys;
    private final SecureRandom random = new SecureRandom();

    PersonalCipher(PersonalKeys keys) {
        this.keys = keys;
    }

    String seal(Id company, Id person, String plain) {
        byte[] nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        byte[] sealed = run(
                Cipher.ENCRYPT_MODE,
                new Secret(company, person, keys.keyOf(company, person), nonce),
                plain.getBytes(StandardCharsets.UTF_8));
        byte[] both = ByteBuffer.allocate(nonce.length + sealed.length)
                .put(nonce)
                .put(sealed)
                .array();
        return Base64.getEncoder().withoutPadding().encodeToString(both);
    }

    /** Empty when the person is erased. */
    Optional<String> open(Id company, Id person, String sealed) {
        return keys.find(company, person).map(key -> {
            ByteBuffer both = ByteBuffer.wrap(Base64.getDecoder().decode(sealed));
            byte[] nonce = new byte[NONCE_BYTES];
            both.get(nonce);
            byte[] rest = new byte[both.remaining()];
            both.get(rest);
            byte[] plain = run(Cipher.DECRYPT_MODE, new Secret(company, person, key, nonce), rest);
            return new String(plain, StandardCharsets.UTF_8);
        });
    }

    private record Secret(Id company, Id person, byte[] key, byte[] nonce) {}

    private static byte[] run(int mode, Secret secret, byte[] input) {
        try {
            Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(mode, new SecretKeySpec(secret.key(), "AES"), new GCMParameterSpec(TAG_BITS, secret.nonce()));
            cipher.updateAAD((secret.company() + "/" + secret.person()).getBytes(StandardCharsets.UTF_8));
            return cipher.doFinal(input);
        } catch (GeneralSecurityException failure) {
            throw new IllegalStateException("a personal field of " + secret.person() + " can not be read", failure);
        }
    }
}
