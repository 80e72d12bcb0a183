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
    private static final Column DOCUMENT =
            Column.of("document", ValueType.REFERENCE, "document").shown();
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
                    DOCUMENT,
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
    private final Labels labels;

    @Activate
    public JournalRegister(@Reference LedgerService ledger, @Reference Reading reading, @Reference Labels labels) {
        this.ledger = ledger;
        this.reading = reading;
        this.labels = labels;
    }

    /** As {@link #labelled} shows them: the number of the document in place of its id. */
    private static List<Column> columns() {
        var number = Column.of(DOCUMENT.name(), ValueType.TEXT, DOCUMENT.sql()).shown();
        return JOURNALS.columns().stream()
                .map(column -> column == DOCUMENT ? number : column)
                .toList();
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
                columns(),
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
        return labelled(reading.page(JOURNALS, query, "postingDate"));
    }

    private Page labelled(Page page) {
        return labels.withNumbers(page, "document", "document");
    }

    @Override
    public Found find(Id id) {
        var head = labelled(reading.only(JOURNALS, id, "accounting.journal.unknown"))
                .items()
                .get(0);
        head.put(
                "lines",
                reading.page(LINES, ListQuery.first(500).where("journal", id.toString()))
                        .items());
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
