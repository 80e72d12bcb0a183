package org.stepwise.torture.check;

import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.stepwise.driver.Rest;
import org.stepwise.testkit.Eventually;

/** What the server measures of itself, as /metrics tells it. */
public final class Figures {
    private static final Duration PATIENCE = Duration.ofMinutes(10);
    private static final Pattern LINE = Pattern.compile("(?m)^(\\w+)\\{([^}]*)} (\\S+)$");
    private static final String LAG = "stepwise_log_lag";

    private final Rest rest;

    public Figures(Rest rest) {
        this.rest = rest;
    }

    /** The figure of this name for each set of labels. */
    public Map<String, Long> of(String name) {
        var figures = new TreeMap<String, Long>();
        LINE.matcher(rest.get("/metrics").is(200).raw().body())
                .results()
                .filter(found -> found.group(1).equals(name))
                .forEach(found -> figures.put(found.group(2), new java.math.BigDecimal(found.group(3)).longValue()));
        return figures;
    }

    /** Subscriptions with events that they could not take in. */
    public Map<String, Long> parked() {
        var parked = of("stepwise_log_parked");
        parked.values().removeIf(count -> count == 0);
        return parked;
    }

    /** Waits until everything recorded, and everything concluded from it, is taken in by all. */
    public void settle() {
        Eventually.eventually(PATIENCE, () -> {
            for (int look = 0; look < 2; look++) {
                var behind = of(LAG);
                behind.values().removeIf(count -> count == 0);
                if (!behind.isEmpty()) {
                    throw new AssertionError("behind: " + behind);
                }
            }
        });
    }
}
