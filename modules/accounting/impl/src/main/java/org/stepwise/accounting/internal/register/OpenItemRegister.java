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
    private static final TableList OPEN_ITEMS = new TableList(
            "accounting.open_items",
            "id",
            List.of(
                    Column.of("number", ValueType.TEXT, "number"),
                    Column.choice("kind", "kind", "INVOICE", "CREDIT_NOTE", "PAYMENT"),
                    Column.of("partyCode", ValueType.TEXT, "party_code"),
                    Column.of("partyName", ValueType.TEXT, "party_name"),
                    Column.reference("party", "party", "masterdata.parties"),
                    Column.of("issuedOn", ValueType.DATE, "issued_on").sorted(),
                    Column.of("dueOn", ValueType.DATE, "due_on"),
                    Column.of("total", ValueType.AMOUNT, "total"),
                    Column.of("open", ValueType.AMOUNT, "open_amount")));

    private final Reading reading;

    @Activate
    public OpenItemRegister(@Reference Reading reading) {
        this.reading = reading;
    }

    @Override
    public Description description() {
        return new Description(
                "accounting",
                "open-items",
                "accounting.ledger.read",
                OPEN_ITEMS.columns(),
                List.of(),
                null,
                null,
                null,
                List.of());
    }

    @Override
    public Page list(ListQuery query) {
        return reading.page(OPEN_ITEMS, query);
    }

    @Override
    public Found find(Id id) {
        return new Found(reading.row(OPEN_ITEMS, id, "accounting.open-item.unknown"), 0);
    }
}
