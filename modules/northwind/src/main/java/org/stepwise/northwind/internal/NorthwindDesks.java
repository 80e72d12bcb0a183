package org.stepwise.northwind.internal;

import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.stepwise.crm.InvoiceService;
import org.stepwise.crm.OrderService;
import org.stepwise.data.Id;
import org.stepwise.log.Days;
import org.stepwise.masterdata.GoodsByHand;
import org.stepwise.masterdata.MasterData;
import org.stepwise.masterdata.Parties;
import org.stepwise.masterdata.Products;
import org.stepwise.module.Modules;
import org.stepwise.module.Verbs;
import org.stepwise.warehouse.StockService;

/** The desks at which history is entered; those of modules come when their module is switched on. */
@Component(service = NorthwindDesks.class)
public final class NorthwindDesks {
    private static final long POLL_NANOSECONDS = 50_000_000;

    private final Modules modules;
    private final Verbs verbs;
    private final Days days;
    private final MasterDataDesks masterData;

    @Reference(policy = ReferencePolicy.DYNAMIC, cardinality = ReferenceCardinality.OPTIONAL)
    private volatile OrderService orders;

    @Reference(policy = ReferencePolicy.DYNAMIC, cardinality = ReferenceCardinality.OPTIONAL)
    private volatile InvoiceService invoices;

    @Reference(policy = ReferencePolicy.DYNAMIC, cardinality = ReferenceCardinality.OPTIONAL)
    private volatile StockService stock;

    /** The desks of the module that is always on. */
    @Component(service = MasterDataDesks.class)
    public record MasterDataDesks(MasterData masterData, Parties parties, Products products, GoodsByHand goods) {
        @Activate
        public MasterDataDesks(
                @Reference MasterData masterData,
                @Reference Parties parties,
                @Reference Products products,
                @Reference GoodsByHand goods) {
            this.masterData = masterData;
            this.parties = parties;
            this.products = products;
            this.goods = goods;
        }
    }

    @Activate
    public NorthwindDesks(
            @Reference Modules modules,
            @Reference Verbs verbs,
            @Reference Days days,
            @Reference MasterDataDesks masterData) {
        this.modules = modules;
        this.verbs = verbs;
        this.days = days;
        this.masterData = masterData;
    }

    Days days() {
        return days;
    }

    /** Waits until the module is on; fails with its reason when it cannot be switched on. */
    void awaitOn(Id company, String module) {
        await(() -> {
            var standing = modules.find(company, module);
            if (standing.state() == Modules.State.FAILED) {
                throw new IllegalStateException(module + " cannot be switched on: " + standing.reason());
            }
            return standing.state() == Modules.State.ON;
        });
    }

    /** The desks, once the services of the modules switched on are there. */
    History.Desks open() {
        await(() -> orders != null && invoices != null && stock != null);
        return new History.Desks(
                masterData.masterData(),
                masterData.parties(),
                masterData.products(),
                orders,
                invoices,
                stock,
                masterData.goods(),
                verbs,
                days);
    }

    void await(BooleanSupplier condition) {
        while (!condition.getAsBoolean()) {
            if (Thread.currentThread().isInterrupted()) {
                throw new IllegalStateException("the server stops");
            }
            LockSupport.parkNanos(POLL_NANOSECONDS);
        }
    }
}
