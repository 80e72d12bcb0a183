package org.stepwise.masterdata.internal.product;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.stepwise.data.Dated;
import org.stepwise.data.TableList;
import org.stepwise.masterdata.Products;
import org.stepwise.masterdata.Products.NewTaxRate;
import org.stepwise.masterdata.internal.MasterDataPermissions;
import org.stepwise.register.CommandRegister;
import org.stepwise.register.Reader;
import org.stepwise.register.Sheet;
import org.stepwise.web.Column;
import org.stepwise.web.Register;

/** Tax rates as a list; a new rate of a code is a new row with a later day. */
@Component(service = Register.class)
public final class TaxCodeRegister extends CommandRegister {
    private static final TableList LIST = TableList.of(
            "masterdata.tax_rate",
            Column.text("code").sorted(),
            Column.text("name").byLanguage(),
            Column.quantity("percent"),
            Column.day("validFrom"));

    @Activate
    public TaxCodeRegister(@Reference Products products, @Reference Reader reader) {
        super(Sheet.of("masterdata.tax-codes", MasterDataPermissions.TAX_READ)
                .dated(reader, LIST, new Dated("masterdata.tax_rate", "code", "code"))
                .unknown("masterdata.tax-code.unknown")
                .create(MasterDataPermissions.TAX_SET, NewTaxRate.class, products::setTaxCode)
                .withdraw(MasterDataPermissions.TAX_SET, products::withdrawTaxCode));
    }
}
