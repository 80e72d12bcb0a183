package org.stepwise.torture.client;

import java.util.List;

/** An order on its way from draft to paid, as the client who looks after it knows it. */
final class Sale {
    /** How far it is. */
    enum Stage {
        DRAFTED,
        CONFIRMED,
        PLANNED,
        DELIVERED,
        INVOICED,
        PAID,
        ENDED
    }

    private final String order;
    private final String customer;
    private final List<Line> lines;
    private Stage stage = Stage.DRAFTED;
    private String delivery;
    private String invoice;
    private boolean tookBack;
    private int refusals;

    Sale(String order, String customer, List<Line> lines) {
        this.order = order;
        this.customer = customer;
        this.lines = lines;
    }

    /** A line of the order, counted from 1. */
    record Line(String product, int quantity) {}

    String order() {
        return order;
    }

    String customer() {
        return customer;
    }

    List<Line> lines() {
        return lines;
    }

    Stage stage() {
        return stage;
    }

    void at(Stage next) {
        stage = next;
        refusals = 0;
    }

    String delivery() {
        return delivery;
    }

    void planned(String id) {
        delivery = id;
        at(Stage.PLANNED);
    }

    void delivered(String id) {
        delivery = id;
        at(Stage.DELIVERED);
    }

    String invoice() {
        return invoice;
    }

    void invoiced(String id) {
        invoice = id;
        at(Stage.INVOICED);
    }

    boolean tookBack() {
        return tookBack;
    }

    void takenBack() {
        tookBack = true;
    }

    /** Nobody tries for ever. */
    void refused() {
        if (++refusals > 40) {
            stage = Stage.ENDED;
        }
    }
}
