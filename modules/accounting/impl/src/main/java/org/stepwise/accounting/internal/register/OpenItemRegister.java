package org.stepwise.accounting.internal.register;

import java.util.List;
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
public final class OpenItemRegister extends OpenChoices {
    private static final List<String> KINDS = List.of("INVOICE", "CREDIT_NOTE", "PAYMENT");

    @Activate
    public OpenItemRegister(@Reference Reader reader, @Reference Purposes purposes) {
        super(purposes, purposes::kinds, others -> new Items(reader, others));
    }

    private static final class Items extends CommandRegister {
        Items(Reader reader, List<String> others) {
            super(Sheet.of("accounting.open-items", "accounting.ledger.read")
                    .list(reader, list(with(KINDS, others)), "issuedOn")
                    .unknown("accounting.open-item.unknown")
                    .only("settled", "false"));
        }

        private static TableList list(String... kinds) {
            return TableList.of(
                    "accounting.open_item",
                    Column.named("number", "id", JournalRegister.DOCUMENT_NUMBER),
                    Column.choice("side", "side", Side.class),
                    Column.choice("kind", "kind", kinds).shown(),
                    Column.named("partyCode", "party", MasterData.PARTY_CODE),
                    Column.named("partyName", "party", MasterData.PARTY_NAME),
                    Column.reference("party", "party", "masterdata.parties"),
                    Column.day("issuedOn").sorted(),
                    Column.day("dueOn").sorted(),
                    Column.amount("total").shown(),
                    Column.amount("open", "open_amount").shown(),
                    Column.flag("settled"));
        }
    }
}
