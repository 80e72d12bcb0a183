package org.stepwise.twin.random;

import java.math.BigDecimal;
import java.util.List;
import org.stepwise.data.Id;
import org.stepwise.masterdata.Parties;
import org.stepwise.masterdata.Parties.Erasure;
import org.stepwise.masterdata.Parties.NewParty;
import org.stepwise.masterdata.Products;
import org.stepwise.masterdata.Products.FromDay;
import org.stepwise.masterdata.Products.NewPrice;
import org.stepwise.masterdata.Products.NewProduct;
import org.stepwise.masterdata.Products.NewTaxRate;
import org.stepwise.twin.random.Life.Things;

/** Parties, products, prices and taxes. */
final class MasterDataActs {
    private static final String TAX = "VAT";

    private final Life life;
    private final Parties parties;
    private final Products products;

    MasterDataActs(Life life) {
        this.life = life;
        parties = life.company().service(Parties.class);
        products = life.company().service(Products.class);
    }

    /** Two customers, one of them a person; three goods, two of them taxed, and a service. */
    void begin() {
        var things = life.things();
        products.setTaxCode(new NewTaxRate(TAX, "Value added tax", new BigDecimal("19"), Life.FOUNDED));
        things.customers.add(parties.record(party("C1", false, "Alpha"), Life.FOUNDED));
        things.customers.add(parties.record(party("C2", true, "Bea"), Life.FOUNDED));
        for (var taxed : List.of(true, false, true)) {
            things.products.add(product("P" + (things.products.size() + 1), "GOODS", taxed ? TAX : null));
        }
        things.products.add(product("S1", "SERVICE", TAX));
        things.products.forEach(one -> products.setPrice(one, new NewPrice(new BigDecimal("12.50"), Life.FOUNDED)));
    }

    private Id product(String code, String kind, String tax) {
        return products.record(new NewProduct(code, "Product " + code, null, "PCE", kind, tax, true), Life.FOUNDED);
    }

    private static NewParty party(String code, boolean natural, String name) {
        return new NewParty(
                code, name, true, false, false, natural, "The contact", null, null, "1 Main St", "Town", "1", "DE");
    }

    void setPrice(Act act) {
        var product = Things.pick(life.things().products, act).orElseThrow();
        products.setPrice(product, new NewPrice(act.amount(), life.begins(act)));
    }

    /** As long as nothing used it. */
    void withdrawPrice(Act act) {
        products.withdrawPrice(Things.pick(life.things().products, act).orElseThrow(), new FromDay(life.begins(act)));
    }

    void setTax(Act act) {
        products.setTaxCode(new NewTaxRate(TAX, "Value added tax", new BigDecimal(act.which()), life.begins(act)));
    }

    /** As long as nothing used it. */
    void withdrawTax(Act act) {
        products.withdrawTaxCode(TAX, life.begins(act));
    }

    void changeParty(Act act) {
        var natural = act.which() % 2 == 1;
        var customer = Things.pick(life.things().customers, act).orElseThrow();
        parties.change(customer, -1, party(natural ? "C2" : "C1", natural, "Renamed " + act.which()));
    }

    void erase(Act act) {
        parties.erase(Things.pick(life.things().customers, act).orElseThrow(), new Erasure("asked for it"));
    }
}
