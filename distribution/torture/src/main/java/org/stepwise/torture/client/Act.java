package org.stepwise.torture.client;

import java.util.Arrays;
import java.util.Optional;

/** What a client does that must not be lost, and the fact it leaves in the log; a draft leaves none. */
public enum Act {
    RECORD_PARTY("masterdata.party-recorded"),
    RECORD_PRODUCT("masterdata.product-recorded"),
    SET_PRICE("masterdata.price-set"),
    OPEN_STOCK("warehouse.opening-stock-recorded"),
    RECEIVE("warehouse.goods-received"),
    DRAFT(null),
    CONFIRM("crm.order-confirmed"),
    CANCEL("crm.order-cancelled"),
    DELIVER("warehouse.delivery-posted"),
    TAKE_BACK("warehouse.goods-returned"),
    INVOICE("crm.invoice-issued"),
    CREDIT("crm.credit-note-issued"),
    PAY("accounting.payment-received"),
    ENTER_JOURNAL("accounting.journal-entered");

    private final String event;

    Act(String event) {
        this.event = event;
    }

    public Optional<String> event() {
        return Optional.ofNullable(event);
    }

    /** The acts that leave a fact. */
    public static Iterable<Act> recorded() {
        return Arrays.stream(values()).filter(act -> act.event != null)::iterator;
    }
}
