package org.stepwise.modules.internal.rental;

import java.time.LocalDate;
import java.util.List;
import org.stepwise.data.Id;
import org.stepwise.log.event.AboutPerson;
import org.stepwise.log.event.EventType;
import org.stepwise.log.event.Fact;
import org.stepwise.log.event.Numbered;
import org.stepwise.log.event.Personal;

/** A customer has goods of ours, until some day. */
@EventType("rental.goods-lent")
public record GoodsLent(
        Id rental, Id customer, @Personal String contact, LocalDate until, Id prolongs, List<NewRental.Line> lines)
        implements Fact, Numbered, AboutPerson {
    @Override
    public String series() {
        return "RNT";
    }

    @Override
    public Id document() {
        return rental;
    }

    @Override
    public Id person() {
        return customer;
    }
}
