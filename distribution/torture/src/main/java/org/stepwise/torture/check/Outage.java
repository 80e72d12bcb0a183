package org.stepwise.torture.check;

import java.time.Duration;
import java.util.Map;
import org.stepwise.driver.Rest.Answer;
import org.stepwise.testkit.Eventually;
import org.stepwise.torture.Run;
import org.stepwise.torture.client.Act;
import org.stepwise.torture.client.Door;

/** A time in which the server cannot do all its work: it says so at every door, and works again by itself. */
public final class Outage {
    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final int READS = 20;

    private final Run run;
    private final String refusal;
    private final String condition;
    private String next = Door.newKey();

    /**
     * @param refusal with which writing is answered
     * @param condition of which {@code /health} tells
     */
    public Outage(Run run, String refusal, String condition) {
        this.run = run;
        this.refusal = refusal;
        this.condition = condition;
    }

    /** Waits until writing is refused with what is the matter, and the server is not ready for it. */
    public void isTold() {
        eventually(() -> {
            var answer = write();
            if (!refusal.equals(answer.code()) || answer.status() < 500) {
                throw new AssertionError("writing was answered " + answer.status() + " " + answer.body());
            }
        });
        eventually(() -> {
            var health = health();
            if (health.status() != 503 || !health.raw().body().contains(condition)) {
                throw new AssertionError(
                        "the server says of itself " + health.raw().body());
            }
        });
    }

    /** Reading goes on: at the latest when a database that could not stand it has been started again. */
    public void isReadDuring() {
        eventually(() -> {
            for (int i = 0; i < READS; i++) {
                read();
            }
        });
    }

    /** Waits until all works; returns how long that took. */
    public Duration isOver() {
        var began = System.nanoTime();
        eventually(() -> write().is(201));
        eventually(() -> health().is(200));
        return Duration.ofNanos(System.nanoTime() - began);
    }

    private void eventually(Eventually.Assertion assertion) {
        try {
            Eventually.eventually(PATIENCE, assertion);
        } catch (AssertionError never) {
            run.violated("%s: %s", condition, never.getMessage());
        }
    }

    /** Again and again the same, because a refusal may be of something that was done, until it is known to be. */
    private Answer write() {
        var party = Map.of("code", next, "name", "Customer of an outage", "customer", true);
        var answer = run.site().rest().send("POST", "/api/masterdata/parties", party, Map.of("Idempotency-Key", next));
        if (answer.status() == 201) {
            next = Door.newKey();
            run.shop().noted(Act.RECORD_PARTY, answer.text("id"));
        }
        return answer;
    }

    private void read() {
        run.site().rest().get("/api/crm/orders?limit=10").is(200);
    }

    private Answer health() {
        return run.site().erp().nobody().get("/health");
    }
}
