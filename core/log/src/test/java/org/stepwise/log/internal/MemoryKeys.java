package org.stepwise.log.internal;

import java.security.SecureRandom;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.stepwise.data.Id;
import org.stepwise.security.PersonalKeys;

/** Keys of persons, forgotten with the test. */
final class MemoryKeys implements PersonalKeys {
    private final Map<Id, byte[]> keys = new ConcurrentHashMap<>();

    @Override
    public byte[] keyOf(Id company, Id person) {
        return keys.computeIfAbsent(person, any -> {
            byte[] key = new byte[32];
            new SecureRandom().nextBytes(key);
            return key;
        });
    }

    @Override
    public Optional<byte[]> find(Id company, Id person) {
        return Optional.ofNullable(keys.get(person));
    }

    @Override
    public void destroy(Id company, Id person) {
        keys.remove(person);
    }
}
