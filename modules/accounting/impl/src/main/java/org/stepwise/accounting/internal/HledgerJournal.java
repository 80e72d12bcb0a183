package org.stepwise.accounting.internal;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.stepwise.accounting.LedgerService.By;
import org.stepwise.accounting.internal.chart.Chart;
import org.stepwise.data.Amounts;

/** Writes the ledger in the journal format of hledger, so that a program that is not ours can check it. */
final class HledgerJournal {
    private static final Map<String, String> ROOTS = Map.of(
            "ASSET",
            "assets",
            "LIABILITY",
            "liabilities",
            "EQUITY",
            "equity",
            "INCOME",
            "revenues",
            "EXPENSE",
            "expenses");

    private final String currency;
    private final By by;

    HledgerJournal(String currency, By by) {
        this.currency = currency;
        this.by = by;
    }

    String write(List<Chart.Account> chart, List<LedgerTables.Line> lines) {
        var names = new HashMap<String, String>();
        chart.forEach(account -> names.put(
                account.code(), ROOTS.get(account.type()) + ":" + account.code() + " " + plain(account.name())));
        var out = new StringBuilder();
        // The decimal mark is told even where nothing follows it.
        out.append("commodity 1000.")
                .append("0".repeat(Amounts.digits(currency)))
                .append(' ')
                .append(currency)
                .append('\n');
        names.values().stream()
                .sorted()
                .forEach(name -> out.append("account ").append(name).append('\n'));
        LedgerTables.Line before = null;
        for (var line : lines) {
            if (before == null || !before.journal().equals(line.journal())) {
                head(out, line);
            }
            out.append("    ")
                    .append(names.get(line.account()))
                    .append("  ")
                    .append(amount(line.amount()))
                    .append('\n');
            before = line;
        }
        return out.toString();
    }

    /** Where the posting date is another day, the value date is a tag: hledger can ask for it. */
    private void head(StringBuilder out, LedgerTables.Line line) {
        var byValue = by == By.VALUE_DATE;
        out.append('\n').append(byValue ? line.valueDate() : line.postingDate()).append(' ');
        if (line.number() != null) {
            out.append('(').append(line.number()).append(") ");
        }
        out.append(line.kind());
        if (line.document() != null) {
            out.append(' ').append(line.document());
        }
        if (line.text() != null) {
            out.append(" | ").append(plain(line.text()));
        }
        if (!byValue && !line.valueDate().equals(line.postingDate())) {
            out.append("  ; value-date:").append(line.valueDate());
        }
        out.append('\n');
    }

    /** Without what means something to hledger: comments, new lines, or two spaces, which end an account's name. */
    private static String plain(String text) {
        return text.replaceAll("[;|\\v\\t]", " ").replaceAll(" {2,}", " ").strip();
    }

    private String amount(BigDecimal amount) {
        return Amounts.shown(amount, currency) + " " + currency;
    }
}
