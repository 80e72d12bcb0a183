package org.stepwise.crm.internal.invoice;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Map;
import java.util.function.Function;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.stepwise.crm.document.GoodsReturn;
import org.stepwise.crm.internal.SalesVerbs;
import org.stepwise.crm.internal.delivery.DeliveryRows;
import org.stepwise.crm.internal.order.Order;
import org.stepwise.crm.internal.order.OrderRows;
import org.stepwise.data.Id;
import org.stepwise.document.Documents.Kept;
import org.stepwise.error.Conflict;
import org.stepwise.error.Rejected;
import org.stepwise.masterdata.MasterData;

/** What an invoice or credit note is made of: the order, its deliveries and returns, and the tax of the day. */
@Component(service = Sources.class)
public final class Sources {
    private final OrderRows orders;
    private final DeliveryRows deliveries;
    private final MasterData masterData;
    private final SalesVerbs sales;

    @Activate
    public Sources(
            @Reference OrderRows orders,
            @Reference DeliveryRows deliveries,
            @Reference MasterData masterData,
            @Reference SalesVerbs sales) {
        this.orders = orders;
        this.deliveries = deliveries;
        this.masterData = masterData;
        this.sales = sales;
    }

    /** Nobody else invoices or credits anything of the order until this transaction ends. */
    Order lock(Id order) {
        return orders.lock(sales.company(), order);
    }

    Function<Collection<String>, Map<String, BigDecimal>> taxPercents(LocalDate on) {
        return codes -> masterData.taxPercents(codes, on);
    }

    Uncharged uncharged(Id order) {
        var uninvoiced = deliveries.uninvoiced(sales.company(), order);
        return new Uncharged(uninvoiced, deliveries.returnsOf(uninvoiced));
    }

    /**
     * The goods to be credited of an invoice, under the lock of its order: what earlier documents charged and credited
     * stays as it is read.
     *
     * @param named null: the oldest that came back of the invoice and are not credited yet
     */
    Kept<GoodsReturn> returned(Id invoice, Id named, LocalDate on) {
        var returned = named == null ? oldestUncredited(invoice) : named;
        lock(deliveries.returns().get(returned).now().order());
        var back = deliveries.returns().lock(returned);
        back.now().requireToCredit();
        requireChargedBy(invoice, back.now().delivery());
        var cameOn = back.now().returnedOn();
        if (on.isBefore(cameOn)) {
            throw new Rejected(
                    "crm.credit.before-return",
                    "these goods came back on " + cameOn + " and cannot be credited on " + on + "; choose " + cameOn
                            + " or a later day",
                    Map.of("on", "before " + cameOn));
        }
        return back;
    }

    private Id oldestUncredited(Id invoice) {
        return deliveries.uncredited(sales.company(), invoice).stream()
                .findFirst()
                .orElseThrow(() -> new Conflict(
                        "crm.credit.nothing-returned",
                        "nothing that this invoice charges came back uncredited; record the return first"));
    }

    private void requireChargedBy(Id invoice, Id delivery) {
        var charging = deliveries.lock(sales.company(), delivery).invoice();
        if (charging == null) {
            throw new Conflict(
                    "crm.credit.not-invoiced", "these goods were never invoiced; issue the invoice first, then credit");
        }
        if (!charging.equals(invoice)) {
            throw new Rejected(
                    "crm.credit.other-invoice",
                    "these goods were charged by invoice " + charging + ", not by this one; credit that one",
                    Map.of("returned", "charged by another invoice"));
        }
    }
}
