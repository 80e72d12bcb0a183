package org.stepwise.attributes.internal;

import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.stepwise.attributes.event.AttributesSet;
import org.stepwise.log.Handlers;
import org.stepwise.log.Projection;
import org.stepwise.masterdata.event.PersonErased;

/** Writes values beside rows, and empties those of who is erased. */
@Component(service = Projection.class)
public final class ValueFacts implements Projection {
    private final ValueRows rows;

    @Activate
    public ValueFacts(@Reference ValueRows rows) {
        this.rows = rows;
    }

    @Override
    public String module() {
        return AttributesModule.MODULE;
    }

    @Override
    public String name() {
        return "attributes.values";
    }

    @Override
    public void define(Handlers on) {
        on.apply(
                AttributesSet.class,
                fact -> fact.person() == null ? List.of(fact.row()) : List.of(fact.row(), fact.person()),
                recorded -> rows.write(recorded.company(), recorded.event()));
        on.apply(
                PersonErased.class,
                fact -> List.of(fact.party()),
                recorded -> rows.forget(recorded.company(), recorded.event().party()));
    }
}
