package org.stepwise.bench.trade;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.stepwise.data.Id;
import org.stepwise.masterdata.GoodsByHand;
import org.stepwise.masterdata.GoodsByHand.Kind;
import org.stepwise.masterdata.GoodsByHand.NewGoods;
import org.stepwise.masterdata.Parties;
import org.stepwise.masterdata.Products;
import org.stepwise.masterdata.Products.NewPrice;
import org.stepwise.module.Verbs;
import org.stepwise.warehouse.StockService;
import org.stepwise.warehouse.StockService.NewOpening;
import org.stepwise.warehouse.StockService.NewReceiptLine;

/** What one client sells and to whom: products with plenty of stock, and twenty customers for every thousand orders. */
public final class Assortment {
    private static final int CUSTOMERS = 20;
    private static final int ORDERS_A_CUSTOMER = 50;
    private static final int LINES_A_DOCUMENT = 100;
    private static final BigDecimal PRICE = new BigDecimal("12.50");
    private static final BigDecimal COST = new BigDecimal("7.90");
    private static final BigDecimal PLENTY = new BigDecimal(10_000_000);

    private final Shop shop;
    private final String owner;
    private final List<Id> products = new ArrayList<>();
    private final List<Id> customers = new CopyOnWriteArrayList<>();

    public Assortment(Shop shop, String owner) {
        this.shop = shop;
        this.owner = owner;
    }

    public void stock(int wanted) {
        shop.as(() -> {
            var desk = shop.service(Products.class);
            for (int i = 0; i < wanted; i++) {
                var code = "P" + owner + "-" + i;
                var id = desk.record(
                        new Products.NewProduct(code, "Product " + code, "Goods", "PCE", "GOODS", Shop.TAX_CODE, true),
                        shop.today());
                desk.setPrice(id, new NewPrice(PRICE, shop.today()));
                products.add(id);
            }
            if (shop.service(Verbs.class).owns("warehouse")) {
                open();
            } else {
                openByHand();
            }
            return null;
        });
    }

    private void open() {
        for (var document : documents()) {
            var lines = document.stream()
                    .map(product -> new NewReceiptLine(product, PLENTY, COST))
                    .toList();
            shop.service(StockService.class).open(new NewOpening(shop.today(), lines));
        }
    }

    /** As {@link #stock}, written down by hand where there is no warehouse. */
    private void openByHand() {
        for (var document : documents()) {
            var lines = document.stream()
                    .map(product -> new GoodsByHand.Line(product, PLENTY, COST))
                    .toList();
            shop.service(GoodsByHand.class).record(new NewGoods(Kind.OPENING, shop.today(), null, null, lines));
        }
    }

    private List<List<Id>> documents() {
        List<List<Id>> documents = new ArrayList<>();
        for (int from = 0; from < products.size(); from += LINES_A_DOCUMENT) {
            documents.add(products.subList(from, Math.min(products.size(), from + LINES_A_DOCUMENT)));
        }
        return documents;
    }

    /** Enough customers for so many orders in all. */
    public void welcome(int orders) {
        int wanted = CUSTOMERS * (1 + group(orders));
        shop.as(() -> {
            while (customers.size() < wanted) {
                customers.add(shop.service(Parties.class).record(newCustomer(customers.size()), shop.today()));
            }
            return null;
        });
    }

    private Parties.NewParty newCustomer(int number) {
        var code = "C" + owner + "-" + number;
        return new Parties.NewParty(
                code, "Customer " + code, true, false, false, false, null, null, null, "Street 1", "Town", "1", "DE");
    }

    public List<Id> products() {
        return products;
    }

    /** Who gives the client's order of this number, counted from 0; they begin anew when there are no more. */
    public Id buyer(int order) {
        return customer(group(order), order);
    }

    /** Somebody who has given his fifty orders, once there is such a one. */
    public Id regular(int order) {
        return customer(Math.max(0, group(order) - 1), order);
    }

    private Id customer(int group, int order) {
        return customers.get((group * CUSTOMERS + order % CUSTOMERS) % customers.size());
    }

    private static int group(int order) {
        return order / (CUSTOMERS * ORDERS_A_CUSTOMER);
    }
}
