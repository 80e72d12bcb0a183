package org.stepwise.attributes.internal;

import java.util.List;
import java.util.function.BooleanSupplier;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.stepwise.accounting.event.JournalEntered;
import org.stepwise.accounting.event.PaymentReceived;
import org.stepwise.attributes.RowMakers;
import org.stepwise.crm.event.OrderConfirmed;
import org.stepwise.data.Id;
import org.stepwise.error.NotFound;
import org.stepwise.log.event.Fact;
import org.stepwise.masterdata.MasterData;
import org.stepwise.masterdata.event.PartyRecorded;
import org.stepwise.masterdata.event.ProductRecorded;
import org.stepwise.warehouse.event.DeliveryPosted;
import org.stepwise.warehouse.event.GoodsReceived;
import org.stepwise.warehouse.event.GoodsReturned;
import org.stepwise.warehouse.event.OpeningStockRecorded;

/** By which facts rows of the registers come to be that people fill in. */
@Component(service = RowMakers.class)
public final class KnownRows implements RowMakers {
    private final MasterData masterData;

    @Activate
    public KnownRows(@Reference MasterData masterData) {
        this.masterData = masterData;
    }

    @Override
    public List<Made> made(Fact fact) {
        if (fact instanceof OrderConfirmed order) {
            return made("crm.orders", order.order());
        } else if (fact instanceof PartyRecorded party) {
            return List.of(new Made("masterdata.parties", party.party(), known(() -> masterData.party(party.party()))));
        } else if (fact instanceof ProductRecorded product) {
            return List.of(new Made(
                    "masterdata.products", product.product(), known(() -> masterData.product(product.product()))));
        } else if (fact instanceof GoodsReceived receipt) {
            return goodsIn("warehouse.receipts", receipt.receipt());
        } else if (fact instanceof OpeningStockRecorded opening) {
            return goodsIn("warehouse.openings", opening.document());
        } else if (fact instanceof DeliveryPosted delivery) {
            return made("warehouse.deliveries", delivery.delivery());
        } else if (fact instanceof GoodsReturned returned) {
            return made("warehouse.returns", returned.returned());
        } else if (fact instanceof PaymentReceived payment) {
            return made("accounting.payments", payment.payment());
        } else if (fact instanceof JournalEntered journal) {
            return made("accounting.journals", journal.journal());
        }
        return List.of();
    }

    private static List<Made> made(String register, Id row) {
        return List.of(new Made(register, row, () -> false));
    }

    /** While there is no warehouse, master data has the goods that come in. */
    private static List<Made> goodsIn(String register, Id row) {
        return List.of(new Made(register, row, () -> false), new Made("masterdata.goods", row, () -> false));
    }

    /** Parties and products are told anew whenever they change. */
    private static BooleanSupplier known(Runnable look) {
        return () -> {
            try {
                look.run();
                return true;
            } catch (NotFound unknown) {
                return false;
            }
        };
    }
}
