package org.stepwise.crm.internal.money;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.HashMap;
import java.util.Map;
import org.stepwise.data.Amounts;
import org.stepwise.masterdata.Rounding;

/** How an order and all its documents are rounded: the order fixes it. */
public final class Reckoning {
    private static final BigDecimal HUNDRED = new BigDecimal(100);
    private static final int DECIMALS_OF_OLD = 4;

    private final boolean byDocument;
    private final int decimals;

    private Reckoning(boolean byDocument, int decimals) {
        this.byDocument = byDocument;
        this.decimals = decimals;
    }

    /** @param rounding null of orders of old: each line has four decimals, whatever the currency */
    public static Reckoning of(String rounding, String currency) {
        return new Reckoning(
                Rounding.DOCUMENT.name().equals(rounding),
                rounding == null ? DECIMALS_OF_OLD : Amounts.digits(currency));
    }

    /** Quantity × price less discount, to the last decimal. */
    public static BigDecimal exact(BigDecimal quantity, BigDecimal price, BigDecimal discount) {
        return quantity.multiply(price).multiply(HUNDRED.subtract(discount)).movePointLeft(2);
    }

    /** Of a line that does not say its tax. */
    public static BigDecimal taxOfOld(BigDecimal net, BigDecimal percent) {
        return of(null, null).tax(net, percent);
    }

    public BigDecimal round(BigDecimal amount) {
        return amount.setScale(decimals, RoundingMode.HALF_UP);
    }

    public BigDecimal tax(BigDecimal net, BigDecimal percent) {
        return round(net.multiply(percent).movePointLeft(2));
    }

    /** For the lines of one document, one after the other. */
    public Lines lines() {
        return new Lines();
    }

    /**
     * What a part of a whole comes to: the parts take what is left, so that all of them together are the whole.
     *
     * @param soFar how much there is of it with this part
     * @param earlier what the parts before it have come to
     */
    public BigDecimal part(BigDecimal whole, BigDecimal quantity, BigDecimal soFar, BigDecimal earlier) {
        var share = whole.multiply(soFar).divide(quantity, decimals, RoundingMode.HALF_UP);
        return round(share.subtract(earlier).max(BigDecimal.ZERO));
    }

    /** What a line comes to. */
    public record Amount(BigDecimal net, BigDecimal tax) {}

    /** Reckons line by line; by document, a line takes what is left of its tax rate so far. */
    public final class Lines {
        private final Map<BigDecimal, Sum> sums = new HashMap<>();

        private Lines() {}

        public Amount add(BigDecimal exact, BigDecimal percent) {
            if (!byDocument) {
                var net = round(exact);
                return new Amount(net, tax(net, percent));
            }
            var before = sums.getOrDefault(percent.stripTrailingZeros(), Sum.ZERO);
            var all = before.exact().add(exact);
            var after = new Sum(all, round(all), tax(round(all), percent));
            sums.put(percent.stripTrailingZeros(), after);
            return new Amount(after.net().subtract(before.net()), after.tax().subtract(before.tax()));
        }
    }

    private record Sum(BigDecimal exact, BigDecimal net, BigDecimal tax) {
        private static final Sum ZERO = new Sum(BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO);
    }
}
