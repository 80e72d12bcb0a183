package org.stepwise.accounting.internal;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.stepwise.accounting.LedgerService;
import org.stepwise.accounting.event.PaymentReceived;
import org.stepwise.accounting.internal.chart.Chart;
import org.stepwise.accounting.internal.period.Periods;
import org.stepwise.data.Amounts;
import org.stepwise.data.Id;
import org.stepwise.data.Ids;
import org.stepwise.error.Rejected;
import org.stepwise.input.Naming;
import org.stepwise.log.Log;
import org.stepwise.masterdata.MasterData;
import org.stepwise.module.Verbs;
import org.stepwise.row.NamedRows;
import org.stepwise.security.Callers;

/** Decides what enters the books by a verb, and answers from them. */
@Component
public final class Ledger implements LedgerService {
    private static final String MODULE = "accounting";
    private static final String READ = "accounting.ledger.read";

    private final Verbs verbs;
    private final Log log;
    private final Ids ids;
    private final MasterData masterData;
    private final Parts parts;

    /** What the ledger is made of besides the platform. */
    @Component(service = Parts.class)
    public record Parts(
            Chart chart, LedgerTables tables, Proofs proofs, Periods periods, Callers callers, NamedRows rows) {
        @Activate
        public Parts(
                @Reference Chart chart,
                @Reference LedgerTables tables,
                @Reference Proofs proofs,
                @Reference Periods periods,
                @Reference Callers callers,
                @Reference NamedRows rows) {
            this.chart = chart;
            this.tables = tables;
            this.proofs = proofs;
            this.periods = periods;
            this.callers = callers;
            this.rows = rows;
        }
    }

    @Activate
    public Ledger(
            @Reference Verbs verbs,
            @Reference Log log,
            @Reference Ids ids,
            @Reference MasterData masterData,
            @Reference Parts parts) {
        this.verbs = verbs;
        this.log = log;
        this.ids = ids;
        this.masterData = masterData;
        this.parts = parts;
    }

    @Override
    public Id receivePayment(NewPayment wanted) {
        return verbs.write(MODULE, "accounting.payment.receive", () -> {
            // Which invoice it is for the books know themselves.
            var payment = Wanted.INPUT.checked(wanted, null, parts.rows().instead("crm.invoices", Naming.UNASKED));
            var currency = masterData.company().currency();
            requirePayable(payment.amount(), currency);
            if (payment.invoice() != null) {
                requireInvoiceOf(payment.party(), payment.invoice());
            }
            var id = ids.next();
            log.record(
                    MODULE,
                    day(payment.on()),
                    new PaymentReceived(
                            id, payment.party(), payment.invoice(), payment.amount(), currency, payment.reference()));
            return id;
        });
    }

    private static void requirePayable(BigDecimal amount, String currency) {
        if (amount.signum() <= 0) {
            throw new Rejected(
                    "accounting.payment.not-positive",
                    "a payment of " + Amounts.plain(amount) + " was refused; give an amount above zero",
                    Map.of("amount", "must be above zero"));
        }
        if (!Amounts.isPayable(amount, currency)) {
            throw new Rejected(
                    "accounting.payment.too-precise",
                    Amounts.plain(amount) + " has more decimals than " + currency + " has; round it",
                    Map.of("amount", "too many decimals for " + currency));
        }
    }

    private void requireInvoiceOf(Id party, Id invoice) {
        var owner = parts.tables().partyOfInvoice(company(), invoice);
        if (owner.isEmpty()) {
            throw new Rejected(
                    "accounting.payment.invoice-unknown",
                    "invoice " + invoice + " is not in the books; leave it out to pay the oldest open items",
                    Map.of("invoice", "unknown"));
        }
        if (!owner.get().equals(party)) {
            throw new Rejected(
                    "accounting.payment.other-party",
                    "invoice " + invoice + " is owed by another party; name the one who owes it",
                    Map.of("invoice", "belongs to another party"));
        }
    }

    @Override
    public Id enter(NewJournal wanted) {
        return verbs.write(MODULE, "accounting.ledger.enter", () -> {
            var journal = ManualJournal.wanted(ids.next(), Wanted.INPUT.checked(wanted));
            // Whether it balances and where it may post to is asked at the log's door (JournalsBalance).
            log.record(MODULE, day(wanted.on()), journal);
            return journal.journal();
        });
    }

    private LocalDate day(LocalDate on) {
        return on == null ? verbs.today() : on;
    }

    @Override
    public void close(LocalDate last) {
        parts.periods().close(last);
    }

    @Override
    public void reopen(LocalDate day, String reason) {
        parts.periods().reopen(day, reason);
    }

    @Override
    public List<Balance> trialBalance(LocalDate upTo, By by) {
        return verbs.read(MODULE, READ, () -> parts.tables().trialBalance(company(), upTo, by));
    }

    @Override
    public List<OpenItem> openItems() {
        return verbs.read(MODULE, READ, () -> parts.tables().openItems(company()));
    }

    @Override
    public String hledger(LocalDate upTo, By by) {
        return verbs.read(MODULE, READ, () -> {
            var currency = masterData.company().currency();
            return new HledgerJournal(currency, by)
                    .write(parts.chart().accounts(company()), parts.tables().journals(company(), upTo, by));
        });
    }

    @Override
    public Proof proof() {
        return verbs.read(MODULE, READ, () -> parts.proofs().make(company()));
    }

    private Id company() {
        return parts.callers().current().company();
    }
}
