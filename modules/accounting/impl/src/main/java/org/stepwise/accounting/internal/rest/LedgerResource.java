package org.stepwise.accounting.internal.rest;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import javax.ws.rs.Consumes;
import javax.ws.rs.GET;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.Produces;
import javax.ws.rs.QueryParam;
import javax.ws.rs.core.MediaType;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.jaxrs.whiteboard.propertytypes.JaxrsApplicationSelect;
import org.osgi.service.jaxrs.whiteboard.propertytypes.JaxrsResource;
import org.stepwise.accounting.LedgerService;
import org.stepwise.accounting.LedgerService.By;
import org.stepwise.error.Rejected;

/** Statements of the books, and the closing of periods. */
@Component(service = LedgerResource.class)
@JaxrsResource
@JaxrsApplicationSelect("(osgi.jaxrs.name=stepwise)")
@Path("accounting")
@Produces(MediaType.APPLICATION_JSON)
public final class LedgerResource {
    private final LedgerService ledger;

    @Activate
    public LedgerResource(@Reference LedgerService ledger) {
        this.ledger = ledger;
    }

    /** A trial balance with its totals, {@code posting-date} or {@code value-date}. */
    public record TrialBalance(
            LocalDate upTo, String by, BigDecimal debit, BigDecimal credit, List<LedgerService.Balance> items) {}

    /** A month by its last day; to reopen one any day of it will do. */
    public record Period(String day, String reason) {}

    @GET
    @Path("trial-balance")
    public TrialBalance trialBalance(@QueryParam("upTo") String upTo, @QueryParam("by") String by) {
        var day = day(upTo, "upTo");
        var dates = By.of(by);
        var items = ledger.trialBalance(day, dates);
        return new TrialBalance(
                day,
                dates.text(),
                items.stream().map(LedgerService.Balance::debit).reduce(BigDecimal.ZERO, BigDecimal::add),
                items.stream().map(LedgerService.Balance::credit).reduce(BigDecimal.ZERO, BigDecimal::add),
                items);
    }

    @GET
    @Path("proof")
    public LedgerService.Proof proof() {
        return ledger.proof();
    }

    @GET
    @Path("ledger.hledger")
    @Produces("text/plain;charset=UTF-8")
    public String hledger(@QueryParam("upTo") String upTo, @QueryParam("by") String by) {
        return ledger.hledger(day(upTo, "upTo"), By.of(by));
    }

    @POST
    @Path("periods/close")
    @Consumes(MediaType.APPLICATION_JSON)
    public Map<String, String> close(Period period) {
        ledger.close(required(period));
        return Map.of("closed", period.day());
    }

    @POST
    @Path("periods/reopen")
    @Consumes(MediaType.APPLICATION_JSON)
    public Map<String, String> reopen(Period period) {
        ledger.reopen(required(period), period.reason());
        return Map.of("reopened", period.day());
    }

    private static LocalDate required(Period period) {
        if (period == null || period.day() == null) {
            throw new Rejected("accounting.period.no-day", "give the last day of the month", Map.of("day", "required"));
        }
        return day(period.day(), "day");
    }

    private static LocalDate day(String text, String field) {
        try {
            return text == null || text.isBlank() ? null : LocalDate.parse(text);
        } catch (DateTimeParseException malformed) {
            throw new Rejected(
                    "accounting.day.malformed",
                    "\"" + text + "\" is not a day; write it like 2026-11-21",
                    Map.of(field, "not a day"));
        }
    }
}
