package org.stepwise.warehouse.internal.desk;

import java.time.LocalDate;
import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.stepwise.data.Id;
import org.stepwise.warehouse.StockService;

/** Moves goods in, out and back. */
@Component
public final class StockDesk implements StockService {
    private final Arrivals arrivals;
    private final Departures departures;
    private final Returns returns;

    @Activate
    public StockDesk(@Reference Arrivals arrivals, @Reference Departures departures, @Reference Returns returns) {
        this.arrivals = arrivals;
        this.departures = departures;
        this.returns = returns;
    }

    @Override
    public Id open(List<NewReceiptLine> lines, LocalDate on) {
        return arrivals.open(lines, on);
    }

    @Override
    public Id receive(Id supplier, String reference, List<NewReceiptLine> lines, LocalDate on) {
        return arrivals.receive(supplier, reference, lines, on);
    }

    @Override
    public Id plan(Id order) {
        return departures.plan(order);
    }

    @Override
    public void change(Id delivery, long version, List<NewMovementLine> lines) {
        departures.change(delivery, version, lines);
    }

    @Override
    public void discard(Id delivery, long version) {
        departures.discard(delivery, version);
    }

    @Override
    public void post(Id delivery, long version, LocalDate on) {
        departures.post(delivery, version, on);
    }

    @Override
    public Id deliver(Id order, LocalDate on) {
        return departures.deliver(order, on);
    }

    @Override
    public Id takeBack(Id delivery, List<NewMovementLine> lines, String reason, LocalDate on) {
        return returns.takeBack(delivery, lines, reason, on);
    }

    @Override
    public void setValuation(String method, LocalDate validFrom) {
        arrivals.setValuation(method, validFrom);
    }

    @Override
    public void withdrawValuation(LocalDate validFrom) {
        arrivals.withdrawValuation(validFrom);
    }
}
