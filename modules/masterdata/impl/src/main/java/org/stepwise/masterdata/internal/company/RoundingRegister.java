package org.stepwise.masterdata.internal.company;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.stepwise.data.Dated;
import org.stepwise.data.TableList;
import org.stepwise.masterdata.CompanyRules;
import org.stepwise.masterdata.CompanyRules.NewRounding;
import org.stepwise.masterdata.Rounding;
import org.stepwise.masterdata.internal.MasterDataPermissions;
import org.stepwise.register.CommandRegister;
import org.stepwise.register.Reader;
import org.stepwise.register.Sheet;
import org.stepwise.web.Column;
import org.stepwise.web.Register;

/** How documents are rounded, as a list; another method is a new row with a later day. */
@Component(service = {Register.class, RoundingRegister.class})
public final class RoundingRegister extends CommandRegister {
    private static final TableList LIST = TableList.of(
            "masterdata.rounding",
            Column.choice("method", "method", Rounding.class),
            Column.day("validFrom").sorted());

    @Activate
    public RoundingRegister(@Reference CompanyRules rules, @Reference Reader reader) {
        super(Sheet.of("masterdata.rounding", MasterDataPermissions.ROUNDING_READ)
                .dated(reader, LIST, Dated.ofCompany("masterdata.rounding"))
                .unknown("masterdata.rounding.unknown")
                .create(MasterDataPermissions.ROUNDING_SET, NewRounding.class, rules::setRounding)
                .withdraw(MasterDataPermissions.ROUNDING_SET, (of, from) -> rules.withdrawRounding(from)));
    }
}
