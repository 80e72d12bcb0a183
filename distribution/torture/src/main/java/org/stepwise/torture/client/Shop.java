package org.stepwise.torture.client;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.stepwise.driver.Rest.Answer;
import org.stepwise.driver.RunningErp;
import org.stepwise.torture.site.Site;

/** What the clients sell and to whom, and what all of them were told is done. */
public final class Shop {
    private static final int PRODUCTS = 12;
    private static final int CUSTOMERS = 16;
    private static final int PLENTY = 20_000;

    private final Site site;
    private final Trouble trouble = new Trouble();
    private final Door door;
    private final Acknowledged acknowledged = new Acknowledged();
    private final List<String> products = new ArrayList<>();
    private final List<String> customers = new ArrayList<>();
    private volatile boolean draftsMayBeLost;

    public Shop(Site site) {
        this.site = site;
        this.door = new Door(site, trouble);
    }

    /** Starts the server, switches all modules on and records products, prices, stock and customers; once. */
    public synchronized void open() {
        if (isOpen()) {
            return;
        }
        site.begin();
        site.erp().trade().on("crm", "warehouse", "accounting");
        site.erp().trade().taxCode("VAT", "19", RunningErp.FOUNDED);
        for (int i = 0; i < CUSTOMERS; i++) {
            customers.add(party("C%02d".formatted(i)));
        }
        for (int i = 0; i < PRODUCTS; i++) {
            products.add(product("P%02d".formatted(i), "%d.%02d".formatted(5 + i, 7 * i), PLENTY));
        }
    }

    public synchronized boolean isOpen() {
        return !customers.isEmpty();
    }

    public String party(String code) {
        return done(
                Act.RECORD_PARTY,
                door.post(
                        "/api/masterdata/parties", Map.of("code", code, "name", "Customer " + code, "customer", true)));
    }

    /** Goods with a list price and so much of them in the house, worth half of it. */
    public String product(String code, String price, int quantity) {
        var product = done(
                Act.RECORD_PRODUCT,
                door.post(
                        "/api/masterdata/products",
                        Map.of("code", code, "name", code, "unit", "pcs", "kind", "GOODS", "taxCode", "VAT")));
        done(
                Act.SET_PRICE,
                door.post(
                        "/api/masterdata/products/" + product + "/set-price",
                        Map.of("price", price, "validFrom", RunningErp.FOUNDED.toString())));
        var line = Map.of("product", product, "quantity", Integer.toString(quantity), "unitCost", "2.50");
        done(
                Act.OPEN_STOCK,
                door.post(
                        "/api/warehouse/openings",
                        Map.of("on", RunningErp.FOUNDED.toString(), "lines", List.of(line))));
        return product;
    }

    /** Notes what must have succeeded; returns its id. */
    public String done(Act act, Answer answer) {
        if (answer.status() >= 300) {
            throw new IllegalStateException(
                    act + " was refused: " + answer.raw().body());
        }
        noted(act, answer.text("id"));
        return answer.text("id");
    }

    public void noted(Act act, String id) {
        acknowledged.add(act, id);
    }

    static String today() {
        return RunningErp.today().toString();
    }

    String anyProduct(Random random) {
        return products.get(random.nextInt(products.size()));
    }

    String anyCustomer(Random random) {
        return customers.get(random.nextInt(customers.size()));
    }

    public Site site() {
        return site;
    }

    /** Through which everybody comes in. */
    public Door door() {
        return door;
    }

    public Trouble trouble() {
        return trouble;
    }

    public Acknowledged acknowledged() {
        return acknowledged;
    }

    /** Drafts are rows of their module and go when it is purged: they are no facts. */
    public void draftsMayBeLost() {
        draftsMayBeLost = true;
    }

    boolean draftsAreLost() {
        return draftsMayBeLost;
    }
}
