package org.stepwise.input;

import java.util.function.BiConsumer;

/**
 * A record with rules of its own, in plain Java: what no annotation says, because it is about several of its fields.
 * Verbs ask them of what was entered; nobody asks them of what is recorded already. They are asked together with all
 * else: there is nothing in a field that is wrong by itself.
 */
public interface Ruled {
    /** @param wrong takes the name of a field and what is wrong with it, such as {@code is after the net days} */
    void check(BiConsumer<String, String> wrong);
}
