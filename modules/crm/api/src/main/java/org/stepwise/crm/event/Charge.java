package org.stepwise.crm.event;

import static org.stepwise.accounting.posting.LedgerPurpose.COST_OF_GOODS_SOLD;
import static org.stepwise.accounting.posting.LedgerPurpose.FREIGHT;
import static org.stepwise.accounting.posting.LedgerPurpose.RECEIVABLE;
import static org.stepwise.accounting.posting.LedgerPurpose.REVENUE;
import static org.stepwise.accounting.posting.LedgerPurpose.ROUNDING;
import static org.stepwise.accounting.posting.LedgerPurpose.TAX;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.stepwise.accounting.posting.Dimension;
import org.stepwise.accounting.posting.LedgerPurpose;
import org.stepwise.accounting.posting.Posting;
import org.stepwise.data.Amounts;

/**
 * What a document charges, or with another sign credits: receivable against revenue, freight and tax, as it shows them.
 * Documents of old show four decimals: each is rounded, and what that leaves over is rounding. Those that have a
 * rounding are in the currency's own digits, and are told apart by tax code.
 */
record Charge(String currency, List<InvoiceLine> lines, BigDecimal tax, BigDecimal total, String rounding) {

    Posting post(Posting journal, BigDecimal sign) {
        journal.currency(currency).debit(RECEIVABLE, total.multiply(sign));
        credit(journal, REVENUE, net(false), sign);
        credit(journal, FREIGHT, net(true), sign);
        credit(journal, TAX, taxes(), sign);
        return journal.credit(ROUNDING, journal.residue()).later(COST_OF_GOODS_SOLD);
    }

    private void credit(Posting journal, LedgerPurpose purpose, Map<String, BigDecimal> amounts, BigDecimal sign) {
        // Nothing is said too: the next document of its kind may have some.
        journal.credit(purpose, BigDecimal.ZERO);
        amounts.forEach((code, amount) ->
                journal.credit(purpose, Amounts.payable(amount, currency).multiply(sign), Dimension.taxCode(code)));
    }

    private Map<String, BigDecimal> net(boolean freight) {
        return byTaxCode(
                lines.stream()
                        .filter(line -> line.kind().equals("FREIGHT") == freight)
                        .toList(),
                InvoiceLine::net);
    }

    /** The document's own sum, whatever its lines come to. */
    private Map<String, BigDecimal> taxes() {
        var taxes = byTaxCode(lines, InvoiceLine::tax);
        var sum = taxes.values().stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        taxes.merge(null, tax.subtract(sum), BigDecimal::add);
        return taxes;
    }

    private Map<String, BigDecimal> byTaxCode(List<InvoiceLine> of, Function<InvoiceLine, BigDecimal> amount) {
        var sums = new LinkedHashMap<String, BigDecimal>();
        of.forEach(line -> sums.merge(rounding == null ? null : line.taxCode(), amount.apply(line), BigDecimal::add));
        return sums;
    }
}
