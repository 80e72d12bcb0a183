package org.stepwise.masterdata;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.osgi.annotation.versioning.ProviderType;
import org.stepwise.data.Id;
import org.stepwise.input.Bounds;
import org.stepwise.input.field.Max;
import org.stepwise.input.field.Must;
import org.stepwise.input.field.Price;
import org.stepwise.input.field.Quantity;
import org.stepwise.input.field.Ref;

/**
 * The hand door for goods that come in, so that a company which has no warehouse module yet can write down what a
 * warehouse switched on later must know. While the warehouse is on, it is closed with
 * {@code masterdata.goods.warehouse-is-on}.
 */
@ProviderType
public interface GoodsByHand {

    /** Records what lay in the house when the books begin, or goods received. */
    Id record(NewGoods goods);

    /** What is written down. */
    enum Kind {
        OPENING,
        RECEIPT
    }

    /**
     * Goods that came in.
     *
     * @param on null: today
     * @param supplier of a receipt, or null
     * @param reference of a receipt: what the supplier calls it, or null
     */
    record NewGoods(
            @Must Kind kind,
            LocalDate on,
            @Ref("masterdata.parties") Id supplier,
            @Max(Bounds.REFERENCE) String reference,
            List<Line> lines) {}

    /** Goods as they come in; {@code unitCost} in the company's currency. */
    record Line(
            @Must @Ref(value = "masterdata.products", ended = true) Id product,
            @Must @Quantity BigDecimal quantity,
            @Must @Price BigDecimal unitCost) {}
}
