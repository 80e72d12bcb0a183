package org.stepwise.warehouse.internal.desk;

import java.time.LocalDate;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.stepwise.data.Id;
import org.stepwise.input.Reasoned;
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
    public Id open(NewOpening opening) {
        return arrivals.open(opening);
    }

    @Override
    public Id receive(NewReceipt receipt) {
        return arrivals.receive(receipt);
    }

    @Override
    public Id plan(NewDelivery wanted) {
        return departures.plan(wanted);
    }

    @Override
    public void change(Id delivery, long version, Picked picked) {
        departures.change(delivery, version, picked);
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
    public Id takeBack(NewReturn wanted) {
        return returns.takeBack(wanted);
    }

    @Override
    public Id takeBackAll(Id delivery, Reasoned why) {
        return returns.takeBackAll(delivery, why);
    }

    @Override
    public Id setValuation(NewValuation wanted) {
        return arrivals.setValuation(wanted);
    }

    @Override
    public void withdrawValuation(LocalDate validFrom) {
        arrivals.withdrawValuation(validFrom);
    }
}
