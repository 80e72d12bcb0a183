package org.stepwise.accounting.internal.register;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.stepwise.accounting.LedgerService;
import org.stepwise.accounting.event.JournalEntered;
import org.stepwise.data.Id;
import org.stepwise.data.TableList;
import org.stepwise.error.Rejected;
import org.stepwise.web.Column;
import org.stepwise.web.Description;
import org.stepwise.web.Field;
import org.stepwise.web.Form;
import org.stepwise.web.Found;
import org.stepwise.web.ListQuery;
import org.stepwise.web.Page;
import org.stepwise.web.Register;
import org.stepwise.web.ValueType;

/** Journals: those posted by rule, and those entered by hand. */
@Component
public final class JournalRegister implements Register {
    private static final String READ = "accounting.ledger.read";
    private static final TableList JOURNALS = new TableList(
            "accounting.journal",
            "id",
            List.of(
                    Column.of("postingDate", ValueType.DATE, "posting_date").sorted(),
                    Column.of("valueDate", ValueType.DATE, "value_date").sorted(),
                    Column.of("number", ValueType.TEXT, "number"),
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
                                    "ENTRY")
                            .shown(),
                    Column.named("document", "document", Reading.DOCUMENT_NUMBER),
                    Column.reference("party", "party", "masterdata.parties"),
                    Column.of("text", ValueType.TEXT, "text").shown(),
                    Column.of("total", ValueType.AMOUNT, "total").shown()));
    private static final TableList LINES = new TableList(
            "accounting.journal_line",
            "line",
            List.of(
                    Column.reference("journal", "journal", "accounting.journals"),
                    Column.of("account", ValueType.TEXT, "account"),
                    Column.of("amount", ValueType.AMOUNT, "amount"),
                    Column.of("text", ValueType.TEXT, "text")));

    private final LedgerService ledger;
    private final Reading reading;

    @Activate
    public JournalRegister(@Reference LedgerService ledger, @Reference Reading reading) {
        this.ledger = ledger;
        this.reading = reading;
    }

    @Override
    public Description description() {
        var lines = new Description.Lines(
                "lines",
                LINES.columns().subList(1, 4),
                List.of(
                        Field.of("account", ValueType.TEXT).must().atMost(20),
                        Field.of("debit", ValueType.AMOUNT),
                        Field.of("credit", ValueType.AMOUNT),
                        Field.of("text", ValueType.TEXT)));
        return new Description(
                "accounting",
                "journals",
                READ,
                JOURNALS.columns(),
                List.of(
                        Field.of("on", ValueType.DATE).onCreate(),
                        Field.of("text", ValueType.TEXT).must().onCreate()),
                lines,
                "accounting.ledger.enter",
                null,
                List.of());
    }

    @Override
    public Page list(ListQuery query) {
        return reading.page(JOURNALS, query, "postingDate");
    }

    @Override
    public Found find(Id id) {
        var head = reading.row(JOURNALS, id, "accounting.journal.unknown");
        head.put(
                "lines",
                Page.all(ListQuery.first(500).where("journal", id.toString()), query -> reading.page(LINES, query)));
        return new Found(head, 0);
    }

    @Override
    public Id create(Form form) {
        var lines = form.lines("lines").stream().map(JournalRegister::line).toList();
        return ledger.enter(form.text("text"), lines, form.day("on"));
    }

    private static JournalEntered.Line line(Form line) {
        var debit = line.decimal("debit");
        var credit = line.decimal("credit");
        if ((debit == null) == (credit == null)) {
            throw new Rejected(
                    "accounting.journal.side",
                    "a line has either a debit or a credit",
                    Map.of("lines", "give a debit or a credit"));
        }
        BigDecimal amount = debit != null ? debit : credit.negate();
        return new JournalEntered.Line(line.text("account"), amount, line.text("text"));
    }
}
