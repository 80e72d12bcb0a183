package org.stepwise.crm.internal.fact;

import java.util.List;
import java.util.Objects;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.stepwise.crm.internal.DocumentEntities;
import org.stepwise.data.Id;
import org.stepwise.data.Sql;
import org.stepwise.masterdata.event.PartyRecorded;

/** The names of customers, learned from the log for lists, and written on their documents. */
@Component(service = CustomerNames.class)
public final class CustomerNames {
    private final Sql sql;
    private final DocumentEntities documents;

    @Activate
    public CustomerNames(@Reference Sql sql, @Reference DocumentEntities documents) {
        this.sql = sql;
        this.documents = documents;
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
        documents.flush();
        for (var table : List.of("crm.sales_order", "crm.invoice")) {
            sql.write(
                    "UPDATE " + table + " SET customer_name = ? WHERE company = ? AND customer = ?",
                    name,
                    company,
                    customer);
        }
    }
}
