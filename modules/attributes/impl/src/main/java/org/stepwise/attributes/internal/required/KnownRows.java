package org.stepwise.attributes.internal.required;

import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.ToIntFunction;
import java.util.stream.IntStream;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.stepwise.accounting.event.JournalEntered;
import org.stepwise.accounting.event.PaymentReceived;
import org.stepwise.attributes.RowMakers;
import org.stepwise.crm.event.OrderConfirmed;
import org.stepwise.crm.event.OrderLine;
import org.stepwise.data.Id;
import org.stepwise.error.NotFound;
import org.stepwise.log.event.Fact;
import org.stepwise.masterdata.MasterData;
import org.stepwise.masterdata.event.PartyRecorded;
import org.stepwise.masterdata.event.ProductRecorded;
import org.stepwise.record.RecordName;
import org.stepwise.record.RecordService;
import org.stepwise.record.Stated;
import org.stepwise.warehouse.event.DeliveryPosted;
import org.stepwise.warehouse.event.GoodsReceived;
import org.stepwise.warehouse.event.GoodsReturned;
import org.stepwise.warehouse.event.MovementLine;
import org.stepwise.warehouse.event.OpeningStockRecorded;
import org.stepwise.warehouse.event.ReceiptLine;

/** By which facts rows of the registers come to be that people fill in. */
@Component(service = RowMakers.class)
public final class KnownRows implements RowMakers {
    private final MasterData masterData;
    private final RecordService records;

    @Activate
    public KnownRows(@Reference MasterData masterData, @Reference RecordService records) {
        this.masterData = masterData;
        this.records = records;
    }

    @Override
    public List<Made> made(Fact fact) {
        if (fact instanceof OrderConfirmed order) {
            return made("crm.orders", order.order(), numbers(order.lines(), OrderLine::line));
        } else if (fact instanceof PartyRecorded party) {
            return List.of(new Made("masterdata.parties", party.party(), known(() -> masterData.party(party.party()))));
        } else if (fact instanceof ProductRecorded product) {
            return List.of(new Made(
                    "masterdata.products", product.product(), known(() -> masterData.product(product.product()))));
        } else if (fact instanceof GoodsReceived receipt) {
            return goodsIn("warehouse.receipts", receipt.receipt(), receipt.lines());
        } else if (fact instanceof OpeningStockRecorded opening) {
            return goodsIn("warehouse.openings", opening.document(), opening.lines());
        } else if (fact instanceof DeliveryPosted delivery) {
            return made("warehouse.deliveries", delivery.delivery(), numbers(delivery.lines(), MovementLine::line));
        } else if (fact instanceof GoodsReturned returned) {
            return made("warehouse.returns", returned.returned(), numbers(returned.lines(), MovementLine::line));
        } else if (fact instanceof PaymentReceived payment) {
            return made("accounting.payments", payment.payment(), List.of());
        } else if (fact instanceof JournalEntered journal) {
            return made("accounting.journals", journal.journal(), places(journal.lines()));
        } else if (fact instanceof Stated<?> stated) {
            return List.of(described(stated));
        }
        return List.of();
    }

    private static List<Made> made(String register, Id row, List<Integer> lines) {
        return List.of(new Made(register, row, lines, () -> false));
    }

    /** Records are told anew whenever they change: all kinds of them here, so that no module has to say so. */
    private Made described(Stated<?> stated) {
        var type = stated.now().getClass();
        return new Made(
                RecordName.of(type).register(), stated.id(), known(() -> records.of(type.asSubclass(Record.class))
                        .get(stated.id())));
    }

    private static <T> List<Integer> numbers(List<T> lines, ToIntFunction<T> number) {
        return lines.stream().mapToInt(number).boxed().toList();
    }

    private static List<Integer> places(List<?> lines) {
        return IntStream.rangeClosed(1, lines.size()).boxed().toList();
    }

    /** While there is no warehouse, master data has the goods that come in. */
    private static List<Made> goodsIn(String register, Id row, List<ReceiptLine> received) {
        var lines = numbers(received, ReceiptLine::line);
        return List.of(
                new Made(register, row, lines, () -> false), new Made("masterdata.goods", row, lines, () -> false));
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
