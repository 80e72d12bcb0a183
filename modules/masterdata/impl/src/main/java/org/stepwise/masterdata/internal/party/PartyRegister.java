package org.stepwise.masterdata.internal.party;

import java.util.List;
import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.stepwise.data.TableList;
import org.stepwise.masterdata.Parties;
import org.stepwise.masterdata.Parties.Erasure;
import org.stepwise.masterdata.Parties.NewParty;
import org.stepwise.masterdata.internal.Listed;
import org.stepwise.masterdata.internal.MasterDataPermissions;
import org.stepwise.register.CommandRegister;
import org.stepwise.register.Reader;
import org.stepwise.register.Sheet;
import org.stepwise.web.Column;
import org.stepwise.web.Register;
import org.stepwise.web.ValueType;

/** Parties as a list and form. */
@Component(service = {Register.class, PartyRegister.class})
public final class PartyRegister extends CommandRegister {
    private static final TableList LIST = new TableList(
            "masterdata.party",
            "id",
            List.of(
                    Column.of("code", ValueType.TEXT, "code").sorted(),
                    Column.of("name", ValueType.TEXT, "name").sorted().byLanguage(),
                    Column.of("customer", ValueType.FLAG, "is_customer"),
                    Column.of("supplier", ValueType.FLAG, "is_supplier"),
                    Column.of("employee", ValueType.FLAG, "is_employee"),
                    Column.of("city", ValueType.TEXT, "city").byLanguage(),
                    Column.of("country", ValueType.TEXT, "country").codeOf("masterdata.countries"),
                    Column.of("erased", ValueType.FLAG, "is_erased")));
    private static final Map<String, List<String>> KNOWN = Map.of("erased", List.of("false"));

    @Activate
    public PartyRegister(
            @Reference Parties parties, @Reference PartyRows rows, @Reference Listed listed, @Reference Reader reader) {
        super(Sheet.of("masterdata.parties", MasterDataPermissions.PARTY_READ)
                .list(reader, LIST)
                .ended("erased")
                .naming(listed)
                .find(id -> rows.get(id).found())
                .create(MasterDataPermissions.PARTY_RECORD, NewParty.class, parties::record)
                .change(
                        MasterDataPermissions.PARTY_RECORD,
                        NewParty.class,
                        id -> rows.get(id).known(),
                        parties::change)
                .verb("erase", MasterDataPermissions.PARTY_ERASE, KNOWN, Erasure.class, parties::erase));
    }
}
