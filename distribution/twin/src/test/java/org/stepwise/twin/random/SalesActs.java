package org.stepwise.twin.random;

import java.math.BigDecimal;
import java.util.ArrayList;
import org.stepwise.accounting.LedgerService;
import org.stepwise.crm.InvoiceService;
import org.stepwise.crm.InvoiceService.NewCredit;
import org.stepwise.crm.InvoiceService.NewPayment;
import org.stepwise.crm.OrderService;
import org.stepwise.crm.OrderService.NewLine;
import org.stepwise.crm.OrderService.NewOrder;
import org.stepwise.data.Id;
import org.stepwise.error.Refusal;
import org.stepwise.input.Reasoned;
import org.stepwise.twin.random.Life.Things;
import org.stepwise.warehouse.StockHolds;

/** Orders, invoices, credit notes and what customers pay. */
final class SalesActs {
    private static final int ODD = 2;

    private final Life life;
    private final OrderService orders;
    private final InvoiceService invoices;
    private final LedgerService ledger;

    SalesActs(Life life) {
        this.life = life;
        orders = life.company().service(OrderService.class);
        invoices = life.company().service(InvoiceService.class);
        ledger = life.company().service(LedgerService.class);
    }

    void order(Act act) {
        draft(act);
        confirmed(life.things().drafts.get(life.things().drafts.size() - 1), act);
    }

    void draft(Act act) {
        life.things().drafts.add(orders.draft(wanted(act)));
    }

    void change(Act act) {
        Things.pick(life.things().drafts, act).ifPresent(draft -> orders.change(draft, -1, wanted(act)));
    }

    void hold(Act act) {
        Things.pick(life.things().drafts, act).ifPresent(draft -> orders.hold(draft, -1));
    }

    void confirm(Act act) {
        Things.pick(life.things().drafts, act).ifPresent(draft -> confirmed(draft, act));
    }

    private void confirmed(Id draft, Act act) {
        orders.confirm(draft, -1, life.day(act));
        life.things().drafts.remove(draft);
        life.things().orders.add(draft);
    }

    void cancel(Act act) {
        Things.pick(life.things().orders, act)
                .ifPresent(order -> orders.cancel(order, -1, new Reasoned("changed his mind", life.day(act))));
    }

    void discardDrafts() {
        life.things().drafts.forEach(this::discard);
    }

    /** A rebuild of sales loses drafts; what was held for one expires within half an hour, not waited for here. */
    private void discard(Id draft) {
        try {
            orders.cancel(draft, -1, new Reasoned("never wanted", life.today()));
        } catch (Refusal lost) {
            life.company().service(StockHolds.class).release(draft);
        }
    }

    void invoice(Act act) {
        Things.pick(life.things().orders, act).ifPresent(order -> life.things()
                .invoices
                .add(invoices.issue(order, life.day(act)).id()));
    }

    /** The oldest return of the invoice; or any return, which may be of another one. */
    void credit(Act act) {
        Things.pick(life.things().invoices, act).ifPresent(invoice -> {
            var named = act.which() % ODD == 1
                    ? Things.pick(life.things().returns, act).orElse(null)
                    : null;
            invoices.credit(invoice, new NewCredit(named, "came back", life.day(act)));
        });
    }

    /** By accounting, also without saying for which invoice; or ticked by hand, also without saying how much. */
    void pay(Act act) {
        Things.pick(life.things().invoices, act).ifPresent(invoice -> {
            var odd = act.which() % ODD == 1;
            if (life.owns("accounting")) {
                var customer = invoices.find(invoice).customer();
                ledger.receivePayment(new LedgerService.NewPayment(
                        customer, odd ? null : invoice, act.amount(), life.day(act), null));
            } else {
                invoices.paid(invoice, new NewPayment(odd ? null : act.amount(), life.day(act)));
            }
        });
    }

    /** One line or two; at the list price or another, with or without a discount and freight. */
    private NewOrder wanted(Act act) {
        var things = life.things();
        var odd = act.which() % ODD == 1;
        var lines = new ArrayList<NewLine>();
        var product = Things.pick(things.products, act).orElseThrow();
        lines.add(new NewLine(product, act.quantity(), odd ? act.amount() : null, null));
        if (act.which() > things.products.size()) {
            lines.add(new NewLine(things.products.get(0), BigDecimal.ONE, act.amount(), new BigDecimal(act.which())));
        }
        var customer = Things.pick(things.customers, act).orElseThrow();
        var freight = odd ? new BigDecimal("4.90") : null;
        return new NewOrder(customer, null, null, life.day(act), null, freight, lines);
    }
}
