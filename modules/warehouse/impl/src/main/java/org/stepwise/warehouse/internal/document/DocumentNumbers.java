package org.stepwise.warehouse.internal.document;

import java.util.Map;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.stepwise.data.Id;
import org.stepwise.data.Sql;
import org.stepwise.data.Transactions;
import org.stepwise.log.ComingNumbers;
import org.stepwise.log.NumberedDocuments;
import org.stepwise.log.event.DocumentNumbered;

/** The numbers of deliveries, receipts, returns, and of the orders that the warehouse knows. */
@Component(service = DocumentNumbers.class)
public final class DocumentNumbers {
    private static final String DOCUMENT = "warehouse.document";
    private static final Map<String, String> TABLES =
            Map.of("SO", "warehouse.sales_order", "DN", DOCUMENT, "GR", DOCUMENT, "RN", DOCUMENT);

    private final NumberedDocuments numbers;

    @Activate
    public DocumentNumbers(
            @Reference Transactions transactions,
            @Reference Sql sql,
            @Reference DocumentRows documents,
            @Reference ComingNumbers coming) {
        this.numbers = new NumberedDocuments(
                transactions,
                sql,
                new NumberedDocuments.Tables("warehouse", TABLES, "warehouse.early_number"),
                documents::flush,
                coming);
    }

    /** The number that came before the document. */
    Optional<String> take(Id company, Id document) {
        return numbers.take(company, document);
    }

    void given(Id company, DocumentNumbered fact) {
        numbers.given(company, fact);
    }
}
