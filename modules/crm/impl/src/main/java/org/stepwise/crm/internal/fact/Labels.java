package org.stepwise.crm.internal.fact;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import javax.persistence.EntityManagerFactory;
import javax.persistence.Query;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.stepwise.data.Id;
import org.stepwise.data.Transactions;
import org.stepwise.log.event.DocumentNumbered;
import org.stepwise.masterdata.event.PartyRecorded;

/**
 * What others tell sales about its documents: their numbers, and the names of customers. Either may come before the
 * document or after it, so both are kept and written on the document whichever comes last.
 */
@Component(service = Labels.class)
public final class Labels {
    private static final Set<String> SERIES = Set.of("SO", "INV", "CN");

    private final Transactions transactions;
    private final EntityManagerFactory unit;

    @Activate
    public Labels(
            @Reference Transactions transactions,
            @Reference(target = "(osgi.unit.name=crm)") EntityManagerFactory unit) {
        this.transactions = transactions;
        this.unit = unit;
    }

    String number(Id company, Id document) {
        return first(
                "select number from crm.document_number where company = ? and document = ?",
                company.value(),
                document.value());
    }

    void number(Id company, DocumentNumbered given) {
        if (!SERIES.contains(given.series()) || number(company, given.document()) != null) {
            return;
        }
        query(
                        "insert into crm.document_number (company, document, number) values (?, ?, ?)",
                        company.value(),
                        given.document().value(),
                        given.number())
                .executeUpdate();
        var table = given.series().equals("SO") ? "crm.sales_order" : "crm.invoice";
        query(
                        "update " + table + " set number = ? where company = ? and id = ?",
                        given.number(),
                        company.value(),
                        given.document().value())
                .executeUpdate();
    }

    /** Null while the name is not known, or was erased. */
    String customerName(Id company, Id customer) {
        return first("select name from crm.customer where company = ? and id = ?", company.value(), customer.value());
    }

    void known(Id company, PartyRecorded fact) {
        var customer = fact.party();
        var name = fact.organisation() == null ? fact.name() : fact.organisation();
        var rows = query(
                        "select name from crm.customer where company = ? and id = ?", company.value(), customer.value())
                .getResultList();
        var changed = query(
                        "update crm.customer set name = ?, is_natural = ? where company = ? and id = ?",
                        name,
                        fact.natural(),
                        company.value(),
                        customer.value())
                .executeUpdate();
        if (changed == 0) {
            query(
                            "insert into crm.customer (company, id, name, is_natural) values (?, ?, ?, ?)",
                            company.value(),
                            customer.value(),
                            name,
                            fact.natural())
                    .executeUpdate();
        }
        if (rows.isEmpty() || !Objects.equals(rows.get(0), name)) {
            rename(company, customer, name);
        }
    }

    /** The name of an organisation is nobody's personal data and stays. */
    void erased(Id company, Id customer) {
        var erased = query(
                        "update crm.customer set name = null where company = ? and id = ? and is_natural = true",
                        company.value(),
                        customer.value())
                .executeUpdate();
        if (erased > 0) {
            rename(company, customer, null);
        }
    }

    private void rename(Id company, Id customer, String name) {
        for (var table : List.of("crm.sales_order", "crm.invoice")) {
            query(
                            "update " + table + " set customer_name = ? where company = ? and customer = ?",
                            name,
                            company.value(),
                            customer.value())
                    .executeUpdate();
        }
    }

    private String first(String sql, Object... values) {
        List<?> rows = query(sql, values).getResultList();
        return rows.isEmpty() ? null : (String) rows.get(0);
    }

    private Query query(String sql, Object... values) {
        var query = transactions.entities(unit).createNativeQuery(sql);
        for (int i = 0; i < values.length; i++) {
            query.setParameter(i + 1, values[i]);
        }
        return query;
    }
}
