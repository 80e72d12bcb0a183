package org.stepwise.accounting.event;

import java.time.LocalDate;
import org.stepwise.data.Id;
import org.stepwise.log.event.EventType;
import org.stepwise.log.event.Setting;
import org.stepwise.log.history.Subject;

/**
 * An account of the chart.
 *
 * @param type ASSET, LIABILITY, EQUITY, INCOME or EXPENSE
 * @param control only documents post to it: it takes no journal by hand
 */
@EventType(value = "accounting.account-opened", restates = true)
public record AccountOpened(String code, String name, String type, boolean control) implements Setting {
    /** An account is there from the beginning of time. */
    @Override
    public LocalDate validFrom() {
        return LocalDate.EPOCH;
    }

    /** The row of the account: a chart has no ids of its own. */
    @Subject
    public Id row() {
        return Id.named(code);
    }
}
