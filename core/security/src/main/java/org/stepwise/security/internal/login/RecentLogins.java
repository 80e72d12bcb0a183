package org.stepwise.security.internal.login;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.stepwise.data.Transactions;

/**
 * Who was behind a token a moment ago, so that a client at work does not cost four statements a request. What is taken
 * away through this server is gone at once; what another server on the same database takes away, within a second.
 */
@Component(service = RecentLogins.class)
public final class RecentLogins {
    private static final Duration KEPT = Duration.ofSeconds(1);
    private static final int MOST = 10_000;

    private final Map<String, Seen> seen = new ConcurrentHashMap<>();
    private final AtomicLong changes = new AtomicLong();
    private final Transactions transactions;
    private final Clock clock;

    @Activate
    public RecentLogins(@Reference Transactions transactions, @Reference Clock clock) {
        this.transactions = transactions;
        this.clock = clock;
    }

    private record Seen(Identities.Identity identity, Instant until) {}

    /** Whoever was found under the key a moment ago, or else the outcome of the search. */
    Optional<Identities.Identity> find(String key, Supplier<Optional<Identities.Identity>> search) {
        var now = clock.instant();
        var known = seen.get(key);
        if (known != null && known.until.isAfter(now)) {
            return Optional.of(known.identity);
        }
        var change = changes.get();
        var found = search.get();
        // The first company may be founded any moment, and what changed during the search may be missing in it.
        if (found.isPresent() && found.get().caller().company() != null && changes.get() == change) {
            if (seen.size() >= MOST) {
                seen.clear();
            }
            seen.put(key, new Seen(found.get(), now.plus(KEPT)));
        }
        return found;
    }

    /** To be told by whatever takes away or gives: with the commit of the running transaction, if one runs. */
    void forget() {
        if (transactions.active()) {
            transactions.afterCommit(this::clear);
        } else {
            clear();
        }
    }

    private void clear() {
        changes.incrementAndGet();
        seen.clear();
    }
}
