package org.stepwise.masterdata.internal;

/** What a role may be allowed to do with master data. */
public final class MasterDataPermissions {
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

    private MasterDataPermissions() {}
}
