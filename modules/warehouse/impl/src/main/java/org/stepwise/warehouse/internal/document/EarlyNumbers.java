package org.stepwise.warehouse.internal.document;

import java.util.Optional;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.stepwise.data.Id;
import org.stepwise.data.Sql;
import org.stepwise.log.event.DocumentNumbered;

/** Keeps numbers that come before their document: a number is a consequence, and may arrive at any time. */
@Component(service = EarlyNumbers.class)
public final class EarlyNumbers {
    /** Orders, deliveries, receipts, returns; other documents are not known here. */
    private static final Set<String> SERIES = Set.of("SO", "DN", "GR", "RN");

    private final Sql sql;

    @Activate
    public EarlyNumbers(@Reference Sql sql) {
        this.sql = sql;
    }

    void keep(Id company, DocumentNumbered numbered) {
        if (SERIES.contains(numbered.series())) {
            sql.write(
                    "INSERT INTO warehouse.early_number (company, document, number) VALUES (?, ?, ?)",
                    company,
                    numbered.document(),
                    numbered.number());
        }
    }

    Optional<String> find(Id company, Id document) {
        return sql.first(
                row -> row.getString(1),
                "SELECT number FROM warehouse.early_number WHERE company = ? AND document = ?",
                company,
                document);
    }
}
