package org.stepwise.warehouse;

import java.math.BigDecimal;
import java.util.Set;
import org.osgi.annotation.versioning.ProviderType;

/** What the stock of the calling company is worth: the sub-ledger that the ledger's stock account must agree with. */
@ProviderType
public interface StockValues {
    Total total();

    /** Whose work the worth is, by name: while one of them has events parked, it is not what it will be. */
    Set<String> subscriptions();

    /**
     * All products together.
     *
     * @param value four decimals
     * @param journalled the sum of every product's value, each rounded to the minor unit: what the ledger holds
     */
    record Total(BigDecimal quantity, BigDecimal value, BigDecimal journalled) {}
}
