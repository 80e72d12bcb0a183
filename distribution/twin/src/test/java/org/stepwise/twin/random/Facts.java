package org.stepwise.twin.random;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.stepwise.accounting.event.AccountOpened;
import org.stepwise.accounting.event.JournalEntered;
import org.stepwise.accounting.event.PaymentReceived;
import org.stepwise.accounting.event.PeriodClosed;
import org.stepwise.accounting.event.PeriodReopened;
import org.stepwise.accounting.event.PostingRuleSet;
import org.stepwise.accounting.event.PostingRuleWithdrawn;
import org.stepwise.crm.event.CreditNoteIssued;
import org.stepwise.crm.event.InvoiceIssued;
import org.stepwise.crm.event.OrderCancelled;
import org.stepwise.crm.event.OrderConfirmed;
import org.stepwise.data.Transactions;
import org.stepwise.log.event.DayEnded;
import org.stepwise.log.event.EventType;
import org.stepwise.log.event.Fact;
import org.stepwise.log.event.PeriodEnded;
import org.stepwise.log.internal.FactLog;
import org.stepwise.log.internal.json.EventCodec;
import org.stepwise.log.internal.store.Envelope;
import org.stepwise.log.internal.store.EventStore;
import org.stepwise.log.internal.store.EventStore.Range;
import org.stepwise.log.internal.store.Feed;
import org.stepwise.masterdata.event.PartyRecorded;
import org.stepwise.masterdata.event.PersonErased;
import org.stepwise.masterdata.event.PriceSet;
import org.stepwise.masterdata.event.PriceWithdrawn;
import org.stepwise.masterdata.event.ProductRecorded;
import org.stepwise.masterdata.event.TaxCodeSet;
import org.stepwise.masterdata.event.TaxCodeWithdrawn;
import org.stepwise.testkit.TestCompany;
import org.stepwise.warehouse.event.DeliveryPosted;
import org.stepwise.warehouse.event.GoodsReceived;
import org.stepwise.warehouse.event.GoodsReturned;
import org.stepwise.warehouse.event.OpeningStockRecorded;
import org.stepwise.warehouse.event.ValuationMethodSet;
import org.stepwise.warehouse.event.ValuationMethodWithdrawn;

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
                    PostingRuleWithdrawn.class,
                    PriceSet.class,
                    PriceWithdrawn.class,
                    ProductRecorded.class,
                    TaxCodeSet.class,
                    TaxCodeWithdrawn.class,
                    ValuationMethodSet.class,
                    ValuationMethodWithdrawn.class)
            .collect(
                    Collectors.toMap(type -> type.getAnnotation(EventType.class).value(), Function.identity()));
    private static final int MOST = 100_000;

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

    /** Lets all of it happen, through no door of a module, so that every module takes it from the log. */
    void happenIn(TestCompany company) {
        record(
                company,
                events.stream()
                        .map(event -> new Happened(event.on(), fact(event)))
                        .toList());
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
