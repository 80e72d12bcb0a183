package org.stepwise.data.internal.collation;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.stepwise.data.Database;
import org.stepwise.data.Id;
import org.stepwise.data.Sql;
import org.stepwise.data.Transactions;
import org.stepwise.security.Companies;
import org.stepwise.text.Collation;
import org.stepwise.text.Named;

/**
 * Keys by the language of each company. Keys of another language, or of older rules, are made anew before the first
 * list that needs them; a transaction that made some by the language before has its table looked at again.
 */
@Component
public final class LanguageKeys implements Collation {
    private static final int AT_ONCE = 1000;

    private final Companies companies;
    private final Transactions transactions;
    private final Database database;
    private final Sql sql;
    private final Map<String, Alphabet> alphabets = new ConcurrentHashMap<>();
    private final Set<Renewed> renewed = ConcurrentHashMap.newKeySet();

    @Activate
    public LanguageKeys(
            @Reference Companies companies,
            @Reference Transactions transactions,
            @Reference Database database,
            @Reference Sql sql) {
        this.companies = companies;
        this.transactions = transactions;
        this.database = database;
        this.sql = sql;
    }

    /** Texts whose keys are known to be made by these rules. */
    private record Renewed(Named texts, Id company, String by) {}

    private record Text(Id row, String text) {}

    private record KeptOf(Named texts, Id company) {}

    @Override
    public void keep(Named texts, Id company, Id row, String text, Runnable flush) {
        transactions
                .pending(new KeptOf(texts, company), () -> new Kept(texts, company, flush))
                .written
                .put(row, text == null ? "" : text);
    }

    /** The texts that one transaction writes. */
    private final class Kept implements Transactions.Pending {
        private final Named texts;
        private final Id company;
        private final Runnable flush;
        private final Map<Id, String> written = new LinkedHashMap<>();

        Kept(Named texts, Id company, Runnable flush) {
            this.texts = texts;
            this.company = company;
            this.flush = flush;
        }

        @Override
        public void write() {
            if (written.isEmpty()) {
                return;
            }
            flush.run();
            var alphabet = alphabet(company);
            LanguageKeys.this.write(
                    texts,
                    company,
                    alphabet,
                    written.entrySet().stream()
                            .map(text -> new Text(text.getKey(), text.getValue()))
                            .toList());
            written.clear();
            transactions.afterCommit(() -> lookAgain(company, alphabet));
        }
    }

    /** Another language was taken while the transaction wrote its keys. */
    private void lookAgain(Id company, Alphabet used) {
        if (used != alphabet(company)) {
            renewed.removeIf(known -> known.company().equals(company));
        }
    }

    private void write(Named texts, Id company, Alphabet alphabet, List<Text> rows) {
        var column = texts.column();
        sql.batch(
                "UPDATE " + texts.table() + " SET " + column + "_key = ?, " + column + "_folded = ?, " + column
                        + "_by = ? WHERE company = ? AND " + texts.key() + " = ?",
                rows.stream()
                        .map(row -> {
                            var none = row.text() == null || row.text().isEmpty();
                            var key = none ? null : alphabet.sort(row.text());
                            var folded = none ? null : alphabet.folded(row.text());
                            return new Object[] {key, folded, alphabet.by(), company, row.row()};
                        })
                        .toList());
    }

    @Override
    public byte[] sort(Id company, String text) {
        return alphabet(company).sort(text);
    }

    @Override
    public String folded(Id company, String text) {
        return alphabet(company).folded(text);
    }

    private Alphabet alphabet(Id company) {
        return alphabets.computeIfAbsent(companies.language(company), Alphabet::new);
    }

    /** Where nothing can be written for now, all stays as it is. */
    @Override
    public void renew(Named texts, Id company) {
        var alphabet = alphabet(company);
        var done = new Renewed(texts, company, alphabet.by());
        if (renewed.contains(done) || !database.writable()) {
            return;
        }
        transactions.run(() -> {
            int found = AT_ONCE;
            while (found == AT_ONCE) {
                var stale = stale(texts, company, alphabet);
                write(texts, company, alphabet, stale);
                found = stale.size();
            }
            transactions.afterCommit(() -> renewed.add(done));
        });
    }

    /** In order of their keys, so that two who do this at once wait for each other in one order. */
    private List<Text> stale(Named texts, Id company, Alphabet alphabet) {
        var column = texts.column();
        return sql.list(
                row -> new Text(new Id(row.getLong(1)), row.getString(2)),
                "SELECT " + texts.key() + ", " + column + " FROM " + texts.table() + " WHERE company = ? AND (" + column
                        + "_by IS NULL OR " + column + "_by <> ?) ORDER BY " + texts.key() + " FETCH FIRST " + AT_ONCE
                        + " ROWS ONLY",
                company,
                alphabet.by());
    }
}
