package org.stepwise.accounting.internal.register;

import java.util.List;
import java.util.stream.Stream;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.stepwise.data.Id;
import org.stepwise.data.TableList;
import org.stepwise.masterdata.MasterData;
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
    private static final Column NUMBER = Column.named("number", "id", Reading.DOCUMENT_NUMBER);
    private static final Column KIND =
            Column.choice("kind", "kind", "INVOICE", "CREDIT_NOTE", "PAYMENT").shown();
    private static final Column PARTY_CODE = Column.named("partyCode", "party", MasterData.PARTY_CODE);
    private static final Column PARTY_NAME = Column.named("partyName", "party", MasterData.PARTY_NAME);
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
    private static final List<Column> COLUMNS =
            List.of(NUMBER, KIND, PARTY_CODE, PARTY_NAME, PARTY, ISSUED_ON, DUE_ON, TOTAL, OPEN);
    private static final TableList ITEMS = new TableList(
            "accounting.open_item",
            "id",
            Stream.concat(COLUMNS.stream(), Stream.of(SETTLED)).toList());

    private final Reading reading;

    @Activate
    public OpenItemRegister(@Reference Reading reading) {
        this.reading = reading;
    }

    @Override
    public Description description() {
        return new Description(
                "accounting", "open-items", "accounting.ledger.read", COLUMNS, List.of(), null, null, null, List.of());
    }

    @Override
    public Page list(ListQuery query) {
        return reading.page(ITEMS, query.where("settled", "false"), "issuedOn");
    }

    @Override
    public Found find(Id id) {
        return new Found(reading.row(ITEMS, id, "accounting.open-item.unknown"), 0);
    }
}
