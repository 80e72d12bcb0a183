package org.stepwise.twin.random;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.stepwise.accounting.ChartService;
import org.stepwise.accounting.event.AccountOpened;
import org.stepwise.accounting.event.JournalEntered;
import org.stepwise.accounting.event.PaymentReceived;
import org.stepwise.accounting.event.PeriodClosed;
import org.stepwise.accounting.event.PeriodReopened;
import org.stepwise.accounting.event.PostingRuleSet;
import org.stepwise.crm.event.CreditNoteIssued;
import org.stepwise.crm.event.InvoiceIssued;
import org.stepwise.crm.event.OrderCancelled;
import org.stepwise.crm.event.OrderConfirmed;
import org.stepwise.data.Transactions;
import org.stepwise.error.Rejected;
import org.stepwise.log.event.DayEnded;
import org.stepwise.log.event.EventType;
import org.stepwise.log.event.Fact;
import org.stepwise.log.event.PeriodEnded;
import org.stepwise.log.event.Setting;
import org.stepwise.log.internal.FactLog;
import org.stepwise.log.internal.json.EventCodec;
import org.stepwise.log.internal.store.Envelope;
import org.stepwise.log.internal.store.EventStore;
import org.stepwise.log.internal.store.EventStore.Range;
import org.stepwise.log.internal.store.Feed;
import org.stepwise.masterdata.event.PartyRecorded;
import org.stepwise.masterdata.event.PersonErased;
import org.stepwise.masterdata.event.PriceSet;
import org.stepwise.masterdata.event.ProductRecorded;
import org.stepwise.masterdata.event.TaxCodeSet;
import org.stepwise.testkit.TestCompany;
import org.stepwise.warehouse.StockService;
import org.stepwise.warehouse.event.DeliveryPosted;
import org.stepwise.warehouse.event.GoodsReceived;
import org.stepwise.warehouse.event.GoodsReturned;
import org.stepwise.warehouse.event.OpeningStockRecorded;
import org.stepwise.warehouse.event.ValuationMethodSet;

/** What happened in a company, so that it can happen again in another. */
final class Facts {
    private static final Map<String, Class<? extends Fact>> TYPES = Stream.of(
                    AccountOpened.class,
                    CreditNoteIssued.class,
                    DayEnded.class,
                    DeliveryPosted.class,
                    GoodsReceived.class,
                    GoodsReturned.class,
                    InvoiceIssued.class,
                    JournalEntered.class,
                    OpeningStockRecorded.class,
                    OrderCancelled.class,
                    OrderConfirmed.class,
                    PartyRecorded.class,
                    PaymentReceived.class,
                    PeriodClosed.class,
                    PeriodEnded.class,
                    PeriodReopened.class,
                    PersonErased.class,
                    PostingRuleSet.class,
                    PriceSet.class,
                    ProductRecorded.class,
                    TaxCodeSet.class,
                    ValuationMethodSet.class)
            .collect(
                    Collectors.toMap(type -> type.getAnnotation(EventType.class).value(), Function.identity()));
    private static final int MOST = 100_000;
    private static final int LONG_AGO = 1900;

    private final List<Envelope> events;
    private final EventCodec codec;

    Facts(TestCompany company) {
        var store = company.service(EventStore.class);
        codec = company.service(EventCodec.class);
        events = store.read(company.id(), Feed.all(), new Range(0, store.horizon(), MOST)).stream()
                .filter(Envelope::fact)
                .filter(event -> !event.type().equals("masterdata.company-founded"))
                .toList();
    }

    /** The method that the company gave when it first enabled the warehouse. */
    String firstValuation() {
        return events.stream()
                .map(this::fact)
                .filter(ValuationMethodSet.class::isInstance)
                .map(ValuationMethodSet.class::cast)
                .findFirst()
                .orElseThrow()
                .method();
    }

    /**
     * Lets all of it happen, through no door of a module, so that every module takes it from the log. False when a
     * setting is refused because, there, it would reach behind what is processed already: then it is another history.
     */
    boolean happenIn(TestCompany company) {
        var together = new ArrayList<Happened>();
        for (var event : events) {
            var fact = fact(event);
            if (fact instanceof Setting setting && setting.validFrom().getYear() > LONG_AGO && guarded(fact)) {
                record(company, together);
                together.clear();
                company.settle();
                if (!allowed(company, fact)) {
                    return false;
                }
            } else {
                together.add(new Happened(event.on(), fact));
            }
        }
        record(company, together);
        return true;
    }

    /** Whether the verb of this setting looks at what was processed. */
    private static boolean guarded(Fact setting) {
        return setting instanceof PostingRuleSet || setting instanceof ValuationMethodSet;
    }

    private static boolean allowed(TestCompany company, Fact setting) {
        try {
            return company.as(() -> {
                if (setting instanceof PostingRuleSet rule) {
                    company.service(ChartService.class).post(rule.purpose(), rule.account(), rule.validFrom());
                } else if (setting instanceof ValuationMethodSet valuation) {
                    company.service(StockService.class).setValuation(valuation.method(), valuation.validFrom());
                }
                return true;
            });
        } catch (Rejected behind) {
            return false;
        }
    }

    /** In one transaction: what matters is the order. */
    private static void record(TestCompany company, List<Happened> together) {
        var log = company.service(FactLog.class);
        company.as(() -> company.service(Transactions.class).call(() -> {
            together.forEach(one -> log.append("history", one.on(), one.fact()));
            return null;
        }));
    }

    private record Happened(LocalDate on, Fact fact) {}

    private Fact fact(Envelope event) {
        return codec.read(event, TYPES.get(event.type()));
    }
}
