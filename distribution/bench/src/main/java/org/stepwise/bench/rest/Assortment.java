package org.stepwise.bench.rest;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What one client sells and to whom: products with plenty of stock, and twenty customers for every thousand orders. */
final class Assortment {
    private static final int CUSTOMERS = 20;
    private static final int ORDERS_A_CUSTOMER = 50;
    private static final int LINES_A_DOCUMENT = 100;
    private static final String TAX_CODE = "VAT";

    private final Client client;
    private final String owner;
    private final List<String> products = new ArrayList<>();
    private final List<String> customers = new ArrayList<>();

    Assortment(Client client, String owner) {
        this.client = client;
        this.owner = owner;
    }

    /** The tax code that all products have. */
    static void levyTax(Client client, LocalDate from) {
        client.post(
                "/api/masterdata/tax-codes",
                Map.of("code", TAX_CODE, "name", "Value added tax", "percent", "19", "validFrom", from.toString()));
    }

    void stock(int wanted, LocalDate on) {
        var csv = new StringBuilder("code,name,unit,kind,taxCode\n");
        for (int i = 0; i < wanted; i++) {
            csv.append("P%s-%d,Product %d,PCE,GOODS,%s\n".formatted(owner, i, i, TAX_CODE));
        }
        products.addAll(imported("/api/masterdata/products", csv));
        for (var product : products) {
            client.post(
                    "/api/masterdata/products/" + product + "/set-price",
                    Map.of("price", "12.50", "validFrom", on.toString()));
        }
        for (int from = 0; from < wanted; from += LINES_A_DOCUMENT) {
            open(products.subList(from, Math.min(wanted, from + LINES_A_DOCUMENT)), on);
        }
    }

    private void open(List<String> document, LocalDate on) {
        var lines = document.stream()
                .map(product -> Map.of("product", product, "quantity", "10000000", "unitCost", "7.90"))
                .toList();
        client.post("/api/warehouse/openings", Map.of("on", on.toString(), "lines", lines));
    }

    /** Enough customers for so many orders in all. */
    void welcome(int orders) {
        int wanted = CUSTOMERS * (1 + group(orders));
        var csv = new StringBuilder("code,name,customer\n");
        for (int i = customers.size(); i < wanted; i++) {
            csv.append("C%s-%d,Customer %d,true\n".formatted(owner, i, i));
        }
        if (customers.size() < wanted) {
            customers.addAll(imported("/api/masterdata/parties", csv));
        }
    }

    private List<String> imported(String path, StringBuilder csv) {
        List<String> ids = new ArrayList<>();
        client.importRows(path, csv.toString()).body().path("ids").forEach(id -> ids.add(id.asText()));
        return ids;
    }

    List<String> products() {
        return products;
    }

    /** Who gives the client's order of this number, counted from 0. */
    String buyer(int order) {
        return customers.get(group(order) * CUSTOMERS + order % CUSTOMERS);
    }

    /** Somebody who has given his fifty orders, once there is such a one. */
    String regular(int order) {
        return customers.get(Math.max(0, group(order) - 1) * CUSTOMERS + order % CUSTOMERS);
    }

    private static int group(int order) {
        return order / (CUSTOMERS * ORDERS_A_CUSTOMER);
    }
}
