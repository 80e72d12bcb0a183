package org.stepwise.accounting.internal.register;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.stepwise.accounting.internal.chart.Purposes;
import org.stepwise.accounting.posting.Side;
import org.stepwise.data.TableList;
import org.stepwise.masterdata.MasterData;
import org.stepwise.register.CommandRegister;
import org.stepwise.register.Reader;
import org.stepwise.register.Sheet;
import org.stepwise.web.Column;
import org.stepwise.web.Register;

/** Open items: what is owed, either way, and what waits to settle it. */
@Component(service = Register.class)
public final class OpenItemRegister extends CommandRegister {
    private static final TableList ITEMS = TableList.of(
            "accounting.open_item",
            Column.named("number", "id", JournalRegister.DOCUMENT_NUMBER),
            Column.choice("side", "side", Side.class),
            Column.choice("kind", "kind", "INVOICE", "CREDIT_NOTE", "PAYMENT", "RECALCULATED")
                    .shown(),
            Column.named("partyCode", "party", MasterData.PARTY_CODE),
            Column.named("partyName", "party", MasterData.PARTY_NAME),
            Column.reference("party", "party", "masterdata.parties"),
            Column.day("issuedOn").sorted(),
            Column.day("dueOn").sorted(),
            Column.amount("total").shown(),
            Column.amount("open", "open_amount").shown(),
            Column.flag("settled"));

    @Activate
    public OpenItemRegister(@Reference Reader reader, @Reference Purposes purposes) {
        super(Sheet.of("accounting.open-items", "accounting.ledger.read")
                .list(reader, ITEMS, "issuedOn")
                .choices("kind", purposes::kinds)
                .spokenBy(purposes::classes)
                .unknown("accounting.open-item.unknown")
                .only("settled", "false"));
    }
}
