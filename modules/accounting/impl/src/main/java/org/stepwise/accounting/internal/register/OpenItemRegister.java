package org.stepwise.accounting.internal.register;

import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.stepwise.data.Id;
import org.stepwise.data.TableList;
import org.stepwise.web.Column;
import org.stepwise.web.Description;
import org.stepwise.web.Found;
import org.stepwise.web.ListQuery;
import org.stepwise.web.Page;
import org.stepwise.web.Register;
import org.stepwise.web.ValueType;

/** Open items: what customers owe, and credits and payments that wait for an invoice. */
@Component
public final class OpenItemRegister implements Register {
    private static final Column NUMBER =
            Column.of("number", ValueType.TEXT, "number").shown();
    private static final Column KIND =
            Column.choice("kind", "kind", "INVOICE", "CREDIT_NOTE", "PAYMENT").shown();
    private static final Column PARTY_CODE =
            Column.of("partyCode", ValueType.TEXT, "party_code").shown();
    private static final Column PARTY_NAME =
            Column.of("partyName", ValueType.TEXT, "party_name").shown();
    private static final Column PARTY = Column.reference("party", "party", "masterdata.parties");
    private static final Column ISSUED_ON =
            Column.of("issuedOn", ValueType.DATE, "issued_on").sorted();
    private static final Column DUE_ON =
            Column.of("dueOn", ValueType.DATE, "due_on").sorted();
    private static final Column TOTAL =
            Column.of("total", ValueType.AMOUNT, "total").shown();
    private static final Column OPEN =
            Column.of("open", ValueType.AMOUNT, "open_amount").shown();
    private static final Column SETTLED = Column.of("settled", ValueType.FLAG, "settled");
    private static final TableList ITEMS =
            new TableList("accounting.open_item", "id", List.of(KIND, PARTY, ISSUED_ON, DUE_ON, TOTAL, OPEN, SETTLED));

    private final Reading reading;
    private final Labels labels;

    @Activate
    public OpenItemRegister(@Reference Reading reading, @Reference Labels labels) {
        this.reading = reading;
        this.labels = labels;
    }

    @Override
    public Description description() {
        return new Description(
                "accounting",
                "open-items",
                "accounting.ledger.read",
                List.of(NUMBER, KIND, PARTY_CODE, PARTY_NAME, PARTY, ISSUED_ON, DUE_ON, TOTAL, OPEN),
                List.of(),
                null,
                null,
                null,
                List.of());
    }

    @Override
    public Page list(ListQuery query) {
        return labelled(reading.page(ITEMS, query.where("settled", "false"), "issuedOn"));
    }

    @Override
    public Found find(Id id) {
        var item = labelled(reading.only(ITEMS, id, "accounting.open-item.unknown"));
        return new Found(item.items().get(0), 0);
    }

    private Page labelled(Page page) {
        return labels.withParties(labels.withNumbers(page, "id", "number"));
    }
}
