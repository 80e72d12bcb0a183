package org.stepwise.modules.internal.rental;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.stepwise.document.DocumentProjection;
import org.stepwise.document.DocumentService;
import org.stepwise.log.Projection;

/** Writes rentals from their facts. */
@Component(service = Projection.class)
public final class RentalFacts extends DocumentProjection<Rental> {
    @Activate
    public RentalFacts(@Reference DocumentService documents) {
        super("rental.rentals", documents.of(Rental.class), on -> on.begin(
                        GoodsLent.class, GoodsLent::rental, Rental::lent)
                .fold(GoodsLent.class, GoodsLent::prolongs, Rental::prolonged)
                .fold(GoodsGivenBack.class, GoodsGivenBack::rental, Rental::givenBack)
                .fold(RentalEnded.class, RentalEnded::rental, Rental::ended));
    }
}
