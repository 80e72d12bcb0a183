package org.stepwise.masterdata.internal;

import java.util.Map;
import org.osgi.service.component.annotations.Component;
import org.stepwise.security.PermissionSet;

/** What a role may be allowed to do with master data. */
@Component
public final class MasterDataPermissions implements PermissionSet {
    public static final String PARTY_READ = "masterdata.party.read";
    public static final String PARTY_RECORD = "masterdata.party.record";
    public static final String PARTY_ERASE = "masterdata.party.erase";
    public static final String PRODUCT_READ = "masterdata.product.read";
    public static final String PRODUCT_RECORD = "masterdata.product.record";
    public static final String PRICE_SET = "masterdata.price.set";
    public static final String GOODS_RECORD = "masterdata.goods.record";
    public static final String TAX_READ = "masterdata.tax-code.read";
    public static final String TAX_SET = "masterdata.tax-code.set";
    public static final String ROUNDING_READ = "masterdata.rounding.read";
    public static final String ROUNDING_SET = "masterdata.rounding.set";

    public static final String COMPANY_CHANGE = "masterdata.company.change";

    @Override
    public String module() {
        return "masterdata";
    }

    @Override
    public Map<String, String> permissions() {
        return Map.ofEntries(
                Map.entry(PARTY_READ, "See customers, suppliers and employees"),
                Map.entry(PARTY_RECORD, "Record and change customers, suppliers and employees"),
                Map.entry(PARTY_ERASE, "Erase the personal data of a party for good"),
                Map.entry(PRODUCT_READ, "See products and their list prices"),
                Map.entry(PRODUCT_RECORD, "Record and change products"),
                Map.entry(PRICE_SET, "Set list prices"),
                Map.entry(GOODS_RECORD, "Write down goods that come in while there is no warehouse"),
                Map.entry(TAX_READ, "See tax codes and their rates"),
                Map.entry(TAX_SET, "Set the rates of tax codes"),
                Map.entry(ROUNDING_READ, "See how documents are rounded"),
                Map.entry(ROUNDING_SET, "Set how documents are rounded"),
                Map.entry(COMPANY_CHANGE, "Change the language that lists are sorted and searched by"));
    }
}
