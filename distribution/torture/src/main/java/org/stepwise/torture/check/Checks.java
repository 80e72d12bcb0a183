package org.stepwise.torture.check;

import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.stepwise.driver.Hledger;
import org.stepwise.driver.Rest;
import org.stepwise.torture.Run;
import org.stepwise.torture.client.Acknowledged;
import org.stepwise.torture.client.Act;
import org.stepwise.torture.client.Shop;

/** Whether all is well, seen from outside. */
public final class Checks {
    private final Run run;
    private final Shop shop;

    public Checks(Run run) {
        this.run = run;
        this.shop = run.shop();
    }

    /** While others work. */
    public void quick() {
        balanced();
        nothingParked();
        var troubles = shop.trouble();
        troubles.failures().forEach(failure -> run.violated("a request failed: %s", failure));
        troubles.excuseFailures();
        troubles.missing().forEach(missing -> run.violated("something is gone: %s", missing));
    }

    /** While nobody works: with restart, copy and rebuild of the database. */
    public void thorough() {
        quick();
        new Figures(rest()).settle();
        everythingAcknowledgedIsListed();
        anotherProgramAgrees();
        proofHolds();
        run.site().kill();
        try (var copy = run.site().copy()) {
            new LogCheck(run, shop.acknowledged()).look(copy);
            new Rebuild(run).compare(copy);
        }
        run.site().start();
        run.say(
                "all checked: %d operations, refused %s",
                shop.acknowledged().count(), shop.trouble().refusals());
    }

    private Rest rest() {
        return run.site().rest();
    }

    private void balanced() {
        var answer = rest().get("/api/accounting/trial-balance");
        if (answer.status() != 200) {
            run.violated("no trial balance: %s", answer.raw().body());
            return;
        }
        var sum = BigDecimal.ZERO;
        for (var line : answer.items()) {
            sum = sum.add(new BigDecimal(line.path("balance").asText()));
        }
        if (sum.signum() != 0) {
            run.violated("the trial balance is out by %s", sum);
        }
    }

    private void nothingParked() {
        var parked = new Figures(rest()).parked();
        if (!parked.isEmpty()) {
            run.violated("events are parked: %s", parked);
        }
    }

    private void everythingAcknowledgedIsListed() {
        listed("/api/crm/orders", Act.CONFIRM);
        listed("/api/warehouse/deliveries", Act.DELIVER);
        listed("/api/crm/deliveries", Act.DELIVER);
        listed("/api/crm/invoices", Act.INVOICE);
        listed("/api/masterdata/goods", Act.RECEIVE);
        listed("/api/accounting/journals", Act.ENTER_JOURNAL);
    }

    private void listed(String path, Act act) {
        var missing = new HashSet<>(shop.acknowledged().of(act));
        missing.remove(Acknowledged.UNSEEN);
        missing.removeAll(ids(path));
        if (!missing.isEmpty()) {
            run.violated("%s does not list %d of %s, such as %s", path, missing.size(), act, first(missing));
        }
    }

    private Set<String> ids(String path) {
        var ids = new HashSet<String>();
        var next = "";
        while (next != null) {
            var page = rest().get(path + "?limit=500" + (next.isEmpty() ? "" : "&after=" + next))
                    .is(200);
            page.items().forEach(row -> ids.add(row.path("id").asText()));
            next = page.text("next");
        }
        return ids;
    }

    private static List<String> first(Set<String> ids) {
        return ids.stream().sorted().limit(5).toList();
    }

    private void anotherProgramAgrees() {
        var ours = Hledger.balances(run.site().erp().trade().trialBalance());
        var theirs = Hledger.balances(rest(), run.site().folder().resolve("ledger.hledger"));
        if (!ours.equals(theirs)) {
            run.violated("hledger finds %s where we find %s", theirs, ours);
        }
    }

    private void proofHolds() {
        var proof = rest().get("/api/accounting/proof");
        if (proof.status() != 200 || !proof.body().path("holds").asBoolean()) {
            run.violated("the proof does not hold: %s", proof.raw().body());
        }
    }
}
