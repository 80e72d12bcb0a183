package org.stepwise.accounting.internal.register;

import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.stepwise.accounting.LedgerService;
import org.stepwise.accounting.LedgerService.NewJournal;
import org.stepwise.accounting.internal.chart.Purposes;
import org.stepwise.data.TableList;
import org.stepwise.register.CommandRegister;
import org.stepwise.register.Reader;
import org.stepwise.register.Sheet;
import org.stepwise.text.Named;
import org.stepwise.web.Column;
import org.stepwise.web.Register;

/** Journals: those posted by rule, and those entered by hand. */
@Component(service = Register.class)
public final class JournalRegister extends CommandRegister {
    /** Numbers come from a part that is always on, after the document: they are looked up as names are. */
    static final Named DOCUMENT_NUMBER = Named.plain("accounting.document_number", "document", "number");

    private static final TableList JOURNALS = TableList.of(
            "accounting.journal",
            Column.day("postingDate").sorted(),
            Column.day("valueDate").sorted(),
            Column.text("number"),
            Column.choice(
                            "kind",
                            "kind",
                            "INVOICE",
                            "CREDIT_NOTE",
                            "COST",
                            "PAYMENT",
                            "OPENING",
                            "RECEIPT",
                            "DELIVERY",
                            "RETURN",
                            "CORRECTION",
                            "RECALCULATED",
                            "ENTRY")
                    .shown(),
            Column.named("document", "document", DOCUMENT_NUMBER),
            Column.document("documentId", "document").origin(),
            Column.reference("party", "party", "masterdata.parties"),
            Column.text("text").shown(),
            Column.amount("total").shown());
    private static final TableList LINES = new TableList(
            "accounting.journal_line",
            "line",
            List.of(
                    Column.reference("journal", "journal", "accounting.journals"),
                    Column.text("account"),
                    Column.amount("amount"),
                    Column.text("text")));

    @Activate
    public JournalRegister(@Reference LedgerService ledger, @Reference Reader reader, @Reference Purposes purposes) {
        super(Sheet.of("accounting.journals", "accounting.ledger.read")
                .list(reader, JOURNALS, "postingDate")
                .choices("kind", purposes::kinds)
                .spokenBy(purposes::classes)
                .unknown("accounting.journal.unknown")
                .lines(LINES, "journal")
                .create("accounting.ledger.enter", NewJournal.class, ledger::enter));
    }
}
