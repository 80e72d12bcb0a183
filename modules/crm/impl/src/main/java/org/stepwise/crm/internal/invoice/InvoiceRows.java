package org.stepwise.crm.internal.invoice;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import javax.persistence.EntityManager;
import javax.persistence.EntityManagerFactory;
import javax.persistence.LockModeType;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.stepwise.crm.InvoiceService.InvoiceView;
import org.stepwise.crm.internal.DocumentKey;
import org.stepwise.crm.internal.invoice.Invoice.Settled;
import org.stepwise.data.Id;
import org.stepwise.data.Transactions;
import org.stepwise.error.NotFound;

/** The invoices and credit notes of a company in the database. */
@Component(service = InvoiceRows.class)
public final class InvoiceRows {
    private final Transactions transactions;
    private final EntityManagerFactory unit;

    @Activate
    public InvoiceRows(
            @Reference Transactions transactions,
            @Reference(target = "(osgi.unit.name=crm)") EntityManagerFactory unit) {
        this.transactions = transactions;
        this.unit = unit;
    }

    /** Nobody else pays or credits the invoice until this transaction ends. */
    Invoice lock(Id company, Id invoice) {
        return tryLock(company, invoice).orElseThrow(() -> unknown(invoice));
    }

    public Optional<Invoice> tryLock(Id company, Id invoice) {
        var entities = entities();
        entities.flush();
        return Optional.ofNullable(
                entities.find(Invoice.class, new DocumentKey(company, invoice), LockModeType.PESSIMISTIC_WRITE));
    }

    void add(Invoice invoice) {
        entities().persist(invoice);
    }

    InvoiceView view(Id company, Id invoice) {
        var entities = entities();
        entities.flush();
        var row = entities.find(Invoice.class, new DocumentKey(company, invoice));
        if (row == null) {
            throw unknown(invoice);
        }
        var settled = (Object[]) entities.createNativeQuery(
                        "select number, paid, status from crm.invoice_overview where company = ? and id = ?")
                .setParameter(1, company.value())
                .setParameter(2, invoice.value())
                .getSingleResult();
        return row.view(new Settled((String) settled[0], decimal(settled[1]), (String) settled[2]));
    }

    /** What is open as far as payments are allocated; the total while the reaction has not seen the invoice. */
    BigDecimal settledOpen(Id company, Id invoice, BigDecimal total) {
        List<?> open = entities()
                .createNativeQuery("select total - credited - paid from crm.settlement where company = ? and id = ?")
                .setParameter(1, company.value())
                .setParameter(2, invoice.value())
                .getResultList();
        return open.isEmpty() ? total : decimal(open.get(0));
    }

    /** A database may answer an expression as a whole number. */
    private static BigDecimal decimal(Object number) {
        return number instanceof BigDecimal decimal ? decimal : new BigDecimal(number.toString());
    }

    private EntityManager entities() {
        return transactions.entities(unit);
    }

    private static NotFound unknown(Id invoice) {
        return new NotFound(
                "crm.invoice.unknown", "there is no invoice or credit note " + invoice + " in this company");
    }
}
