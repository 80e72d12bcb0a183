package org.stepwise.accounting.internal.partner;

import org.stepwise.accounting.posting.DeclaresPurposes;
import org.stepwise.accounting.posting.Purpose;

/** What a partner's module posts by. */
@DeclaresPurposes(kinds = {"RENT", "RENT_PAID", "SUPPLIER_INVOICE", "DIFFERENCE"})
enum RentalPurpose implements Purpose {
    RENT("rent", "6000"),
    RENT_OWED("rent owed", "2000"),
    PRICE_DIFFERENCE("price differences", "6900");

    private final String title;
    private final String account;

    RentalPurpose(String title, String account) {
        this.title = title;
        this.account = account;
    }

    @Override
    public String title() {
        return title;
    }

    @Override
    public String account() {
        return account;
    }
}
