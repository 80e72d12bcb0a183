package org.stepwise.crm.internal.fact;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.stepwise.crm.internal.DocumentEntities;
import org.stepwise.data.Id;
import org.stepwise.data.Sql;
import org.stepwise.data.Transactions;
import org.stepwise.masterdata.event.PartyRecorded;

/**
 * The names of customers, learned from the log for lists, and written on their documents. Verbs do not read them: they
 * would wait for a renaming that waits for their own document.
 */
@Component(service = CustomerNames.class)
public final class CustomerNames {
    private final Transactions transactions;
    private final Sql sql;
    private final DocumentEntities documents;

    @Activate
    public CustomerNames(
            @Reference Transactions transactions, @Reference Sql sql, @Reference DocumentEntities documents) {
        this.transactions = transactions;
        this.sql = sql;
        this.documents = documents;
    }

    /** Puts the name that the log knows on a document that a verb wrote while its customer was being renamed. */
    void check(Id company, String table, Id document, Id customer) {
        transactions
                .pending(new FreshOf(company), () -> new Fresh(company))
                .documents
                .add(new Naming(table, document, customer));
    }

    private record FreshOf(Id company) {}

    private record Naming(String table, Id document, Id customer) {}

    private record Named(Id document, String name) {}

    /** The documents that one transaction takes in. */
    private final class Fresh implements Transactions.Pending {
        private final Id company;
        private final List<Naming> documents = new ArrayList<>();

        Fresh(Id company) {
            this.company = company;
        }

        @Override
        public void write() {
            CustomerNames.this.documents.flush();
            Map<Id, Optional<String>> known = new HashMap<>();
            sql.list(
                    row -> known.put(new Id(row.getLong(1)), Optional.ofNullable(row.getString(2))),
                    "SELECT id, name FROM crm.customer WHERE company = ? AND id IN (?)",
                    company,
                    documents.stream().map(Naming::customer).distinct().toList());
            documents.removeIf(one -> !known.containsKey(one.customer));
            documents.stream().map(Naming::table).distinct().forEach(table -> write(table, known));
            documents.clear();
        }

        /** Reads first: as good as all have the right name, and a statement that might write costs ten times more. */
        private void write(String table, Map<Id, Optional<String>> known) {
            Map<Id, String> right = new HashMap<>();
            documents.stream()
                    .filter(one -> one.table.equals(table))
                    .forEach(one ->
                            right.put(one.document, known.get(one.customer).orElse(null)));
            var wrong = sql
                    .list(
                            row -> new Named(new Id(row.getLong(1)), row.getString(2)),
                            "SELECT id, customer_name FROM " + table + " WHERE company = ? AND id IN (?)",
                            company,
                            right.keySet())
                    .stream()
                    .filter(stored -> !Objects.equals(stored.name, right.get(stored.document)))
                    .map(stored -> new Object[] {right.get(stored.document), company, stored.document})
                    .toList();
            sql.batch("UPDATE " + table + " SET customer_name = ? WHERE company = ? AND id = ?", wrong);
        }
    }

    /** Null while the name is not known, or was erased. */
    String of(Id company, Id customer) {
        var names = names(company, customer);
        return names.isEmpty() ? null : names.get(0);
    }

    private List<String> names(Id company, Id customer) {
        return sql.list(
                row -> row.getString(1),
                "SELECT name FROM crm.customer WHERE company = ? AND id = ?",
                company,
                customer);
    }

    void known(Id company, PartyRecorded fact) {
        var customer = fact.party();
        var name = fact.organisation() == null ? fact.name() : fact.organisation();
        var known = names(company, customer);
        if (known.isEmpty()) {
            sql.write(
                    "INSERT INTO crm.customer (company, id, name, is_natural) VALUES (?, ?, ?, ?)",
                    company,
                    customer,
                    name,
                    fact.natural());
        } else {
            sql.write(
                    "UPDATE crm.customer SET name = ?, is_natural = ? WHERE company = ? AND id = ?",
                    name,
                    fact.natural(),
                    company,
                    customer);
        }
        if (known.isEmpty() || !Objects.equals(known.get(0), name)) {
            rename(company, customer, name);
        }
    }

    /** The name of an organisation is nobody's personal data and stays. */
    void erased(Id company, Id customer) {
        var erased = sql.write(
                "UPDATE crm.customer SET name = NULL WHERE company = ? AND id = ? AND is_natural = TRUE",
                company,
                customer);
        if (erased > 0) {
            rename(company, customer, null);
        }
    }

    private void rename(Id company, Id customer, String name) {
        documents.flushAndForget();
        for (var table : List.of("crm.sales_order", "crm.invoice")) {
            sql.write(
                    "UPDATE " + table + " SET customer_name = ? WHERE company = ? AND customer = ?",
                    name,
                    company,
                    customer);
        }
    }
}
