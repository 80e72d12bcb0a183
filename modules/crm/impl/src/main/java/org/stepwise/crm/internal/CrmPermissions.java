package org.stepwise.crm.internal;

import java.util.Map;
import org.osgi.service.component.annotations.Component;
import org.stepwise.security.PermissionSet;

/** What a role may be allowed to do in sales. */
@Component
public final class CrmPermissions implements PermissionSet {
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

    @Override
    public String module() {
        return SalesVerbs.MODULE;
    }

    @Override
    public Map<String, String> permissions() {
        return Map.ofEntries(
                Map.entry(ORDER_READ, "See orders, deliveries and returns"),
                Map.entry(ORDER_DRAFT, "Write and change draft orders"),
                Map.entry(ORDER_HOLD, "Hold stock for draft orders"),
                Map.entry(ORDER_CONFIRM, "Make orders binding"),
                Map.entry(ORDER_CANCEL, "Cancel orders"),
                Map.entry(DELIVER, "Record deliveries by hand while the warehouse is off"),
                Map.entry(TAKE_BACK, "Record returns by hand while the warehouse is off"),
                Map.entry(INVOICE_READ, "See invoices and credit notes"),
                Map.entry(INVOICE_ISSUE, "Issue invoices"),
                Map.entry(CREDIT, "Issue credit notes"),
                Map.entry(PAYMENT, "Tick invoices as paid while accounting is off"));
    }
}
