package org.stepwise.torture;

import java.io.PrintWriter;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import org.stepwise.torture.client.Shop;
import org.stepwise.torture.site.Site;

/** One torture at work: how much of it, by which seed, on which server; and what was found. */
public final class Run {
    private final Shop shop;
    private final Limits limits;
    private final PrintWriter out;
    private final Instant started;
    private final List<String> violations;

    public Run(Shop shop, Limits limits, PrintWriter out) {
        this.shop = shop;
        this.limits = limits;
        this.out = out;
        this.started = Instant.now();
        this.violations = new CopyOnWriteArrayList<>();
    }

    private Run(Run run, Shop shop) {
        this.shop = shop;
        this.limits = run.limits;
        this.out = run.out;
        this.started = run.started;
        this.violations = run.violations;
    }

    /** The same on a server beside, which this torture needs to be otherwise. */
    public Run at(Site site) {
        return new Run(this, new Shop(site));
    }

    /**
     * How much: it ends with whichever comes first.
     *
     * @param timed whether it is wrong to be slow: not where others use the machine too
     */
    public record Limits(long seed, int times, Duration longest, boolean timed) {}

    /** Where the clients work; it opens when it is first wanted. */
    public Shop shop() {
        shop.open();
        return shop;
    }

    /** Whether the shop has been used: there is something to check. */
    public boolean hasWorked() {
        return shop.isOpen();
    }

    public Site site() {
        return shop.site();
    }

    public int times() {
        return limits.times();
    }

    public long seed() {
        return limits.seed();
    }

    /** For the torture itself; clients have their own. */
    public Random random() {
        return new Random(limits.seed());
    }

    /** Whether there is another time after so many. */
    public boolean goesOnAfter(int times) {
        return times < limits.times()
                && Duration.between(started, Instant.now()).compareTo(limits.longest()) < 0;
    }

    public void say(String format, Object... values) {
        var seconds = Duration.between(started, Instant.now()).toSeconds();
        out.println("%4d s  ".formatted(seconds) + format.formatted(values));
        out.flush();
    }

    /** Something that must not be. */
    public void violated(String format, Object... values) {
        var sentence = format.formatted(values);
        violations.add(sentence);
        say("VIOLATION: %s", sentence);
    }

    /** Something that must not take so long. */
    public void slow(String format, Object... values) {
        if (limits.timed()) {
            violated(format, values);
        } else {
            say(format, values);
        }
    }

    public List<String> violations() {
        return violations;
    }
}
