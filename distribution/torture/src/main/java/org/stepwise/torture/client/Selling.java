package org.stepwise.torture.client;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.stepwise.driver.Rest.Answer;
import org.stepwise.torture.client.Sale.Stage;

/** The verbs from order to payment, each through the door that is open. */
final class Selling {
    private static final String ORDERS = "/api/crm/orders/";
    private static final String INVOICES = "/api/crm/invoices/";
    private static final String DELIVERIES = "/api/warehouse/deliveries";

    private final Shop shop;
    private final Door door;
    private final Random random;

    Selling(Shop shop, Random random) {
        this.shop = shop;
        this.door = shop.door();
        this.random = random;
    }

    /** One more step with an order, mostly ahead. */
    void advance(Sale sale) {
        int chance = random.nextInt(100);
        switch (sale.stage()) {
            case DRAFTED -> draft(sale, chance);
            case CONFIRMED -> {
                if (chance < 8) {
                    cancel(sale);
                } else {
                    plan(sale);
                }
            }
            case PLANNED -> {
                if (chance < 20) {
                    changePlan(sale);
                } else {
                    post(sale);
                }
            }
            case DELIVERED -> {
                if (chance < 10 && !sale.tookBack()) {
                    takeBack(sale);
                } else {
                    invoice(sale);
                }
            }
            case INVOICED, PAID -> settle(sale, chance);
            case ENDED -> throw new IllegalStateException("an order that has ended");
        }
    }

    private void draft(Sale sale, int chance) {
        if (chance < 15) {
            tell(sale, door.change(ORDERS + sale.order(), Client.order(sale.customer(), sale.lines())));
        } else if (chance < 40) {
            tell(sale, door.post(ORDERS + sale.order() + "/hold", Map.of()));
        } else if (succeeded(Act.CONFIRM, sale, door.post(ORDERS + sale.order() + "/confirm", today()))) {
            sale.at(Stage.CONFIRMED);
        }
    }

    private void cancel(Sale sale) {
        var answer = door.post(ORDERS + sale.order() + "/cancel", Map.of("reason", "changed mind", "on", Shop.today()));
        if (succeeded(Act.CANCEL, sale, answer)) {
            sale.at(Stage.ENDED);
        }
    }

    private void plan(Sale sale) {
        var answer = door.post(DELIVERIES, Map.of("order", sale.order()));
        if (answer.status() == 201) {
            sale.planned(answer.text("id"));
        } else if (isOff(answer)) {
            deliverByHand(sale);
        } else {
            tell(sale, answer);
        }
    }

    private void deliverByHand(Sale sale) {
        var answer = door.post(ORDERS + sale.order() + "/deliver", today());
        if (isUnseen(answer)) {
            end(sale, Act.DELIVER);
        } else if (answer.status() == 200) {
            var deliveries = answer.body().path("deliveries");
            sale.delivered(deliveries.get(deliveries.size() - 1).path("id").asText());
            shop.acknowledged().add(Act.DELIVER, sale.delivery());
        } else {
            tell(sale, answer);
        }
    }

    private void changePlan(Sale sale) {
        var line = Map.of(
                "orderLine",
                "1",
                "quantity",
                Integer.toString(sale.lines().get(0).quantity()));
        missingPlan(sale, door.change(DELIVERIES + "/" + sale.delivery(), Map.of("lines", List.of(line))));
    }

    private void post(Sale sale) {
        var answer = door.post(DELIVERIES + "/" + sale.delivery() + "/post", today());
        if (answer.status() == 200) {
            shop.acknowledged().add(Act.DELIVER, sale.delivery());
            sale.delivered(sale.delivery());
        } else if (isOff(answer)) {
            deliverByHand(sale);
        } else {
            missingPlan(sale, answer);
        }
    }

    /** A plan is a draft of the warehouse: it may go with it. */
    private void missingPlan(Sale sale, Answer answer) {
        if (answer.status() == 404 && shop.draftsAreLost()) {
            sale.at(Stage.CONFIRMED);
        } else {
            tell(sale, answer);
        }
    }

    private void invoice(Sale sale) {
        var answer = door.post(ORDERS + sale.order() + "/invoice", today());
        if (isUnseen(answer)) {
            end(sale, Act.INVOICE);
        } else if (answer.status() == 200) {
            var invoice = answer.body().path("deliveries").findValuesAsText("invoice").stream()
                    .filter(id -> !id.equals("null"))
                    .reduce((first, last) -> last)
                    .orElseThrow();
            sale.invoiced(invoice);
            shop.acknowledged().add(Act.INVOICE, invoice);
        } else {
            tell(sale, answer);
        }
    }

    private void settle(Sale sale, int chance) {
        if (chance < 10 && !sale.tookBack()) {
            takeBack(sale);
        } else if (chance < 25 && sale.tookBack()) {
            credit(sale);
        } else if (sale.stage() == Stage.PAID) {
            sale.at(Stage.ENDED);
        } else {
            pay(sale, chance < 60);
        }
    }

    private void takeBack(Sale sale) {
        var answer = door.post(
                DELIVERIES + "/" + sale.delivery() + "/take-back", Map.of("reason", "damaged", "on", Shop.today()));
        if (isOff(answer)) {
            answer = door.post(
                    "/api/crm/deliveries/" + sale.delivery() + "/take-back",
                    Map.of("line", "1", "quantity", "1", "reason", "damaged", "on", Shop.today()));
        }
        if (succeeded(Act.TAKE_BACK, sale, answer)) {
            sale.takenBack();
        }
    }

    private void credit(Sale sale) {
        var answer = door.post(INVOICES + sale.invoice() + "/credit", Map.of("reason", "damaged", "on", Shop.today()));
        if (succeeded(Act.CREDIT, sale, answer)) {
            sale.at(Stage.ENDED);
        }
    }

    private void pay(Sale sale, boolean half) {
        var invoice = door.get(INVOICES + sale.invoice());
        if (invoice.status() != 200) {
            tell(sale, invoice);
            return;
        }
        var open = new BigDecimal(invoice.text("total")).subtract(new BigDecimal(invoice.text("paid")));
        var amount = half ? open.divide(new BigDecimal(2), 2, RoundingMode.UP) : open;
        if (amount.signum() <= 0) {
            sale.at(Stage.PAID);
            return;
        }
        var paid = amount.toPlainString();
        var answer = door.post(
                "/api/accounting/payments",
                Map.of("party", sale.customer(), "invoice", sale.invoice(), "amount", paid, "on", Shop.today()));
        if (isOff(answer)) {
            answer = door.post(INVOICES + sale.invoice() + "/pay", Map.of("amount", paid, "on", Shop.today()));
        }
        if (succeeded(Act.PAY, sale, answer) && !half) {
            sale.at(Stage.PAID);
        }
    }

    private static Map<String, String> today() {
        return Map.of("on", Shop.today());
    }

    private static boolean isOff(Answer answer) {
        return "erp.module.not-on".equals(answer.code());
    }

    /** Done, but the module went off before it could show the order: the answer has nothing but its id. */
    private static boolean isUnseen(Answer answer) {
        return answer.status() == 200 && !answer.body().has("deliveries");
    }

    private void end(Sale sale, Act act) {
        shop.acknowledged().add(act, Acknowledged.UNSEEN);
        sale.at(Stage.ENDED);
    }

    private boolean succeeded(Act act, Sale sale, Answer answer) {
        var success = succeeded(act, answer);
        if (!success) {
            sale.refused();
        }
        return success;
    }

    /** Notes a success, which counts from now on, or why there is none. */
    boolean succeeded(Act act, Answer answer) {
        if (answer.status() < 300) {
            shop.acknowledged().add(act, answer.text("id"));
            return true;
        }
        refused(answer);
        return false;
    }

    private void tell(Sale sale, Answer answer) {
        if (answer.status() >= 300) {
            refused(answer);
            sale.refused();
        }
    }

    private void refused(Answer answer) {
        shop.trouble().refused(answer.code());
        if (answer.status() == 404) {
            shop.trouble().missing(answer.raw().uri() + ": " + answer.raw().body());
        }
    }
}
