package org.stepwise.accounting.internal;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.stepwise.accounting.LedgerService.NewJournal;
import org.stepwise.accounting.LedgerService.NewJournalLine;
import org.stepwise.accounting.event.JournalEntered;
import org.stepwise.accounting.internal.chart.Chart;
import org.stepwise.data.Id;
import org.stepwise.error.Rejected;

/** What a journal by hand must be, at whichever door it is to be recorded. */
final class ManualJournal {
    private ManualJournal() {}

    static JournalEntered wanted(Id id, NewJournal journal) {
        var lines = journal.lines().stream().map(ManualJournal::line).toList();
        return new JournalEntered(id, journal.text(), null, lines);
    }

    private static JournalEntered.Line line(NewJournalLine line) {
        if ((line.debit() == null) == (line.credit() == null)) {
            throw new Rejected(
                    "accounting.journal.side",
                    "a line has either a debit or a credit",
                    Map.of("lines", "give a debit or a credit"));
        }
        var amount = line.debit() != null ? line.debit() : line.credit().negate();
        return new JournalEntered.Line(line.account(), amount, line.text());
    }

    static void check(JournalEntered journal, String currency, Function<String, Optional<Chart.Account>> chart) {
        var lines = Wanted.INPUT.lines("lines", journal.lines());
        if (lines.size() < 2) {
            throw new Rejected("accounting.journal.too-few-lines", "a journal has at least two lines");
        }
        var faults = new LinkedHashMap<String, String>();
        for (int i = 0; i < lines.size(); i++) {
            check(lines.get(i), "lines[" + i + "]", chart, faults);
            checkAmount(lines.get(i).amount(), "lines[" + i + "].amount", currency, faults);
        }
        if (!faults.isEmpty()) {
            throw new Rejected("accounting.journal.line", "the journal has lines that cannot be entered", faults);
        }
        var sum = lines.stream().map(JournalEntered.Line::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
        if (sum.signum() != 0) {
            throw new Rejected(
                    "accounting.journal.unbalanced",
                    "debits and credits differ by " + sum.toPlainString() + "; they must be equal",
                    Map.of("lines", "differ by " + sum.toPlainString()));
        }
        Wanted.INPUT.document(
                "lines", lines.stream().map(JournalEntered.Line::amount).filter(amount -> amount.signum() > 0));
    }

    private static void check(
            JournalEntered.Line line,
            String place,
            Function<String, Optional<Chart.Account>> chart,
            Map<String, String> faults) {
        var account = chart.apply(line.account());
        if (account.isEmpty()) {
            faults.put(place + ".account", "account " + line.account() + " is not in the chart");
        } else if (account.get().control()) {
            faults.put(place + ".account", line.account() + " is a control account: only documents post to it");
        }
    }

    private static void checkAmount(BigDecimal amount, String place, String currency, Map<String, String> faults) {
        if (Wanted.INPUT.amount(place, amount, currency).signum() == 0) {
            faults.put(place, "must not be zero");
        }
    }
}
