package org.stepwise.crm.internal;

/** What a role may be allowed to do in sales. */
public final class CrmPermissions {
    public static final String ORDER_READ = "crm.order.read";
    public static final String ORDER_DRAFT = "crm.order.draft";
    public static final String ORDER_HOLD = "crm.order.hold";
    public static final String ORDER_CONFIRM = "crm.order.confirm";
    public static final String ORDER_CANCEL = "crm.order.cancel";
    public static final String DELIVER = "crm.delivery.record";
    public static final String TAKE_BACK = "crm.return.record";
    public static final String INVOICE_READ = "crm.invoice.read";
    public static final String INVOICE_ISSUE = "crm.invoice.issue";
    public static final String CREDIT = "crm.credit-note.issue";
    public static final String PAYMENT = "crm.payment.record";

    private CrmPermissions() {}
}
