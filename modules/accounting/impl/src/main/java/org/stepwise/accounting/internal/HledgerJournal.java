package org.stepwise.accounting.internal;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.stepwise.accounting.internal.chart.Chart;

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

    HledgerJournal(String currency) {
        this.currency = currency;
    }

    String write(List<Chart.Account> chart, List<LedgerTables.Line> lines) {
        var names = new HashMap<String, String>();
        chart.forEach(account -> names.put(
                account.code(), ROOTS.get(account.type()) + ":" + account.code() + " " + plain(account.name())));
        var out = new StringBuilder();
        out.append("commodity 1000.00 ").append(currency).append('\n');
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

    private static void head(StringBuilder out, LedgerTables.Line line) {
        out.append('\n').append(line.valueDate()).append(' ');
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
        out.append('\n');
    }

    /** Without what means something to hledger: comments, new lines, or two spaces, which end an account's name. */
    private static String plain(String text) {
        return text.replaceAll("[;|\\v\\t]", " ").replaceAll(" {2,}", " ").strip();
    }

    private String amount(BigDecimal amount) {
        return amount.setScale(Math.max(2, amount.stripTrailingZeros().scale()), RoundingMode.UNNECESSARY) + " "
                + currency;
    }
}
