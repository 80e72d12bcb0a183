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

/** Parties as a list and form. */
@Component(service = {Register.class, PartyRegister.class})
public final class PartyRegister extends CommandRegister {
    private static final TableList LIST = TableList.of(
            "masterdata.party",
            Column.text("code").sorted(),
            Column.text("name").sorted().byLanguage(),
            Column.flag("customer", "is_customer"),
            Column.flag("supplier", "is_supplier"),
            Column.flag("employee", "is_employee"),
            Column.text("city").byLanguage(),
            Column.text("country").codeOf("masterdata.countries"),
            Column.flag("erased", "is_erased"));
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
