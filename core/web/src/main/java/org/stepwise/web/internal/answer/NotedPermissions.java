package org.stepwise.web.internal.answer;

import java.util.AbstractSet;
import java.util.Iterator;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import org.stepwise.security.Caller;

/**
 * A caller's permissions that note which of them a request needed. "Everything" is not told as such, so that whoever
 * has it is asked for each by name too.
 */
final class NotedPermissions extends AbstractSet<String> {
    private static final String EVERYTHING = "*";

    private final Set<String> held;
    private final Set<String> needed = new ConcurrentSkipListSet<>();

    NotedPermissions(Set<String> held) {
        this.held = held;
    }

    /** The caller as before, but for the notes. */
    Caller note(Caller caller) {
        return new Caller(
                caller.user(), caller.name(), caller.company(), caller.door(), caller.zone(), caller.language(), this);
    }

    /** Those asked for and held so far. */
    Set<String> needed() {
        return Set.copyOf(needed);
    }

    @Override
    public boolean contains(Object permission) {
        if (EVERYTHING.equals(permission) || !held.contains(EVERYTHING) && !held.contains(permission)) {
            return false;
        }
        needed.add((String) permission);
        return true;
    }

    @Override
    public Iterator<String> iterator() {
        return held.iterator();
    }

    @Override
    public int size() {
        return held.size();
    }
}
