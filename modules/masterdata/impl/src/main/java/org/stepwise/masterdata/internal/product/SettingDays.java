package org.stepwise.masterdata.internal.product;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.stepwise.crm.event.CreditNoteIssued;
import org.stepwise.crm.event.InvoiceIssued;
import org.stepwise.crm.event.InvoiceLine;
import org.stepwise.crm.event.OrderConfirmed;
import org.stepwise.data.Id;
import org.stepwise.error.Rejected;
import org.stepwise.log.Log;
import org.stepwise.log.event.Setting;
import org.stepwise.log.guard.BusinessDates;
import org.stepwise.log.guard.Uses;
import org.stepwise.log.guard.Uses.Use;

/** From which days prices and rates may be set, replaced and withdrawn: as long as nothing could have used them. */
@Component(service = SettingDays.class)
public final class SettingDays {
    private final Uses uses;
    private final BusinessDates dates;
    private final Log log;

    @Activate
    public SettingDays(@Reference Uses uses, @Reference BusinessDates dates, @Reference Log log) {
        this.uses = uses;
        this.dates = dates;
        this.log = log;
    }

    void requirePriceUnused(Id product, String code, LocalDate from) {
        require(
                "masterdata.price.behind",
                "the price of " + code,
                from,
                new Use<>(OrderConfirmed.class, order -> order.lines().stream()
                        .anyMatch(line -> line.product().equals(product))));
    }

    void requireRateUnused(String code, LocalDate from) {
        require(
                "masterdata.tax-code.behind",
                "the rate of " + code,
                from,
                new Use<>(OrderConfirmed.class, order -> order.lines().stream()
                        .anyMatch(line -> Objects.equals(line.taxCode(), code))),
                new Use<>(InvoiceIssued.class, invoice -> taxed(invoice.lines(), code)),
                new Use<>(CreditNoteIssued.class, credit -> taxed(credit.lines(), code)));
    }

    private static boolean taxed(List<InvoiceLine> lines, String code) {
        return lines.stream().anyMatch(line -> Objects.equals(line.taxCode(), code));
    }

    private void require(String refusal, String what, LocalDate from, Use<?>... all) {
        uses.since(from, all).ifPresent(last -> {
            throw new Rejected(
                    refusal,
                    what + " from " + from + " was used already, or its day is over: change it from a day after "
                            + last,
                    Map.of("validFrom", "not after " + last));
        });
    }

    void record(Setting setting) {
        log.record("masterdata", dates.ofSetting(setting.validFrom()), setting);
    }
}
