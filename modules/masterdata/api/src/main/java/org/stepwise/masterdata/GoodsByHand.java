package org.stepwise.masterdata;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.osgi.annotation.versioning.ProviderType;
import org.stepwise.data.Id;

/**
 * The hand door for goods that come in, so that a company which has no warehouse module yet can write down what a
 * warehouse switched on later must know. While the warehouse is on, it is closed with
 * {@code masterdata.goods.warehouse-is-on}.
 */
@ProviderType
public interface GoodsByHand {

    /** Records what lay in the house when the books begin. */
    Id open(List<Line> lines, LocalDate on);

    /** Records goods received; {@code supplier} and {@code reference} may be null. */
    Id receive(Id supplier, String reference, List<Line> lines, LocalDate on);

    /** Goods as they come in; {@code unitCost} in the company's currency. */
    record Line(Id product, BigDecimal quantity, BigDecimal unitCost) {}
}
