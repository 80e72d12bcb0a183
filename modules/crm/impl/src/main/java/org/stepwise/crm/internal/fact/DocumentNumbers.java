package org.stepwise.crm.internal.fact;

import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.stepwise.crm.internal.DocumentEntities;
import org.stepwise.crm.internal.SalesVerbs;
import org.stepwise.data.Id;
import org.stepwise.data.Sql;
import org.stepwise.data.Transactions;
import org.stepwise.log.ComingNumbers;
import org.stepwise.log.NumberedDocuments;
import org.stepwise.log.event.DocumentNumbered;

/** The numbers of orders, invoices and credit notes, which come after them as a rule. */
@Component(service = DocumentNumbers.class)
public final class DocumentNumbers {
    private static final Map<String, String> TABLES =
            Map.of("SO", "crm.sales_order", "INV", "crm.invoice", "CN", "crm.invoice");

    private final NumberedDocuments numbers;

    @Activate
    public DocumentNumbers(
            @Reference Transactions transactions,
            @Reference Sql sql,
            @Reference DocumentEntities documents,
            @Reference ComingNumbers coming) {
        this.numbers = new NumberedDocuments(
                transactions,
                sql,
                new NumberedDocuments.Tables(SalesVerbs.MODULE, TABLES, "crm.document_number"),
                documents::flush,
                coming);
    }

    /** The number that came before the new document; null in most cases. */
    String take(Id company, Id document) {
        return numbers.take(company, document).orElse(null);
    }

    void given(Id company, DocumentNumbered fact) {
        numbers.given(company, fact);
    }
}
