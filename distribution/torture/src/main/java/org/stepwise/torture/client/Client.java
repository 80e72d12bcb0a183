package org.stepwise.torture.client;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.stepwise.torture.client.Sale.Line;
import org.stepwise.torture.client.Sale.Stage;

/** Somebody at work: looks after some orders at a time, and receives goods and keeps books in between. */
final class Client {
    private static final int ORDERS_AT_A_TIME = 4;

    private final Shop shop;
    private final Random random;
    private final Door door;
    private final Selling selling;
    private final List<Sale> sales = new ArrayList<>();

    Client(Shop shop, long seed) {
        this.shop = shop;
        this.random = new Random(seed);
        this.door = shop.door();
        this.selling = new Selling(shop, random);
    }

    /** One request, or a few that belong together. */
    void act() {
        int chance = random.nextInt(100);
        if (chance < 3) {
            receive();
        } else if (chance < 4) {
            keepBooks();
        } else if (sales.size() < ORDERS_AT_A_TIME) {
            draft();
        } else {
            var sale = sales.get(random.nextInt(sales.size()));
            selling.advance(sale);
            sales.removeIf(each -> each.stage() == Stage.ENDED);
        }
    }

    private void draft() {
        var customer = shop.anyCustomer(random);
        var lines = new ArrayList<Line>();
        for (int i = 0; i <= random.nextInt(4); i++) {
            lines.add(new Line(shop.anyProduct(random), 1 + random.nextInt(9)));
        }
        var answer = door.post("/api/crm/orders", order(customer, lines));
        if (selling.succeeded(Act.DRAFT, answer)) {
            sales.add(new Sale(answer.text("id"), customer, lines));
        }
    }

    static Map<String, Object> order(String customer, List<Line> lines) {
        var asked = lines.stream()
                .map(line -> Map.of(
                        "product", line.product(), "quantity", Integer.toString(line.quantity()), "discount", "5"))
                .toList();
        return Map.of("customer", customer, "orderedOn", Shop.today(), "freight", "4.90", "lines", asked);
    }

    /** Through the door that is open. */
    private void receive() {
        var line = Map.of("product", shop.anyProduct(random), "quantity", "25", "unitCost", "2.61");
        var answer = door.post("/api/warehouse/receipts", Map.of("on", Shop.today(), "lines", List.of(line)));
        if ("erp.module.not-on".equals(answer.code())) {
            answer = door.post(
                    "/api/masterdata/goods", Map.of("kind", "RECEIPT", "on", Shop.today(), "lines", List.of(line)));
        }
        selling.succeeded(Act.RECEIVE, answer);
    }

    private void keepBooks() {
        var debit = Map.of("account", "1000", "debit", "10.00");
        var credit = Map.of("account", "3900", "credit", "10.00");
        var answer = door.post(
                "/api/accounting/journals",
                Map.of("on", Shop.today(), "text", "till", "lines", List.of(debit, credit)));
        selling.succeeded(Act.ENTER_JOURNAL, answer);
    }
}
