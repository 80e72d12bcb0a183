package org.stepwise.modules.internal.rental;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.stepwise.data.Id;
import org.stepwise.document.CameFrom;
import org.stepwise.document.Document;
import org.stepwise.document.LedTo;
import org.stepwise.document.Series;
import org.stepwise.error.Conflict;
import org.stepwise.error.Rejected;
import org.stepwise.input.Bounds;
import org.stepwise.input.Reasoned;
import org.stepwise.input.field.Max;
import org.stepwise.input.field.Quantity;
import org.stepwise.input.field.Ref;
import org.stepwise.log.Recorded;
import org.stepwise.log.event.AboutPerson;
import org.stepwise.log.event.Personal;

/** Goods that a customer has for a time. */
@Document("rental.rentals")
public record Rental(
        @Series("RNT") String number,
        @Ref("masterdata.parties") Id customer,
        @Personal @Max(Bounds.NAME) String contact,
        Status status,
        LocalDate lentOn,
        LocalDate until,
        @CameFrom @Ref("rental.rentals") Id prolongs,
        @LedTo @Ref("rental.rentals") Id prolongedBy,
        @Max(Bounds.REASON) String reason,
        List<Line> lines)
        implements AboutPerson {

    public enum Status {
        OUT,
        ENDED,
        CANCELLED
    }

    /** What the customer has, and what of it came back. */
    public record Line(
            @Ref("masterdata.products") Id product, @Quantity BigDecimal quantity, @Quantity BigDecimal back) {
        public BigDecimal out() {
            return quantity.subtract(back);
        }
    }

    @Override
    public Id person() {
        return customer;
    }

    // What facts make of it: pure, and without refusing.

    public static Rental lent(Recorded<GoodsLent> recorded) {
        var fact = recorded.event();
        return new Rental(
                null,
                fact.customer(),
                fact.contact(),
                Status.OUT,
                recorded.on(),
                fact.until(),
                fact.prolongs(),
                null,
                null,
                fact.lines().stream()
                        .map(line -> new Line(line.product(), line.quantity(), BigDecimal.ZERO))
                        .toList());
    }

    public Rental prolonged(Recorded<GoodsLent> recorded) {
        return with(status, recorded.event().rental(), reason, lines);
    }

    public Rental givenBack(Recorded<GoodsGivenBack> recorded) {
        var fact = recorded.event();
        var left = new ArrayList<>(lines);
        var line = left.get(fact.line() - 1);
        left.set(fact.line() - 1, new Line(line.product, line.quantity, line.back.add(fact.quantity())));
        return with(status, prolongedBy, reason, left);
    }

    public Rental ended(Recorded<RentalEnded> recorded) {
        var fact = recorded.event();
        return with(fact.cancelled() ? Status.CANCELLED : Status.ENDED, prolongedBy, fact.reason(), lines);
    }

    private Rental with(Status now, Id later, String why, List<Line> left) {
        return new Rental(number, customer, contact, now, lentOn, until, prolongs, later, why, left);
    }

    // What is decided on it: pure, refuses or gives the fact.

    public GoodsGivenBack giveBack(Id id, GivenBack given, LocalDate on) {
        requireOut();
        if (given.line() > lines.size()) {
            throw new Rejected("rental.rental.no-such-line", "this rental has " + lines.size() + " lines");
        }
        var out = lines.get(given.line() - 1).out();
        if (given.quantity().compareTo(out) > 0) {
            throw new Rejected(
                    "rental.rental.more-than-lent",
                    "the customer has " + out.stripTrailingZeros().toPlainString());
        }
        if (on.isBefore(lentOn)) {
            throw new Rejected("rental.rental.before-lent", "these goods were lent on " + lentOn);
        }
        return new GoodsGivenBack(id, given.line(), given.quantity());
    }

    public RentalEnded end(Id id, Reasoned why, LocalDate day) {
        requireOut();
        return new RentalEnded(id, false, why.reason());
    }

    public RentalEnded cancel(Id id, Reasoned why, LocalDate day) {
        requireOut();
        if (lines.stream().anyMatch(line -> line.back.signum() > 0)) {
            throw new Conflict("rental.rental.came-back", "some of these goods came back already; end it");
        }
        return new RentalEnded(id, true, why.reason());
    }

    public GoodsLent prolong(Id id, Prolonged wanted, LocalDate day) {
        requireOut();
        var left = lines.stream()
                .filter(line -> line.out().signum() > 0)
                .map(line -> new NewRental.Line(line.product, line.out()))
                .toList();
        return new GoodsLent(Id.named("prolonged", id), customer, contact, wanted.until(), id, left);
    }

    private void requireOut() {
        if (status != Status.OUT || prolongedBy != null) {
            throw new Conflict("rental.rental.over", "the rental " + number + " is over");
        }
    }
}
