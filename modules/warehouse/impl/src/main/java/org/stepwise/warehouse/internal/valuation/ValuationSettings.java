package org.stepwise.warehouse.internal.valuation;

import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.stepwise.log.Handlers;
import org.stepwise.log.Projection;
import org.stepwise.warehouse.event.ValuationMethodSet;
import org.stepwise.warehouse.event.ValuationMethodWithdrawn;

/** Writes how stock is valued from which day on; apart from the documents, because the valuation waits for it. */
@Component(service = Projection.class)
public final class ValuationSettings implements Projection {
    static final String NAME = "warehouse.settings";

    private final Books books;

    @Activate
    public ValuationSettings(@Reference Books books) {
        this.books = books;
    }

    @Override
    public String module() {
        return "warehouse";
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public void define(Handlers on) {
        on.apply(
                ValuationMethodSet.class,
                fact -> List.of(fact.validFrom().toString()),
                recorded -> books.set(recorded.company(), recorded.event()));
        on.apply(
                ValuationMethodWithdrawn.class,
                fact -> List.of(fact.validFrom().toString()),
                recorded -> books.remove(recorded.company(), recorded.event()));
    }
}
