package org.stepwise.attributes.internal;

import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.stepwise.attributes.event.AttributesSet;
import org.stepwise.attributes.event.LineAttributesSet;
import org.stepwise.attributes.internal.line.LineRows;
import org.stepwise.data.Id;
import org.stepwise.log.Handlers;
import org.stepwise.log.Projection;
import org.stepwise.masterdata.event.PersonErased;

/** Writes values beside rows and lines, and empties those of who is erased. */
@Component(service = Projection.class)
public final class ValueFacts implements Projection {
    private final ValueRows rows;
    private final LineRows lines;

    @Activate
    public ValueFacts(@Reference ValueRows rows, @Reference LineRows lines) {
        this.rows = rows;
        this.lines = lines;
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
                fact -> keys(fact.row(), fact.person()),
                recorded -> rows.write(recorded.company(), recorded.event()));
        on.apply(
                LineAttributesSet.class,
                fact -> keys(fact.row(), fact.person()),
                recorded -> lines.write(recorded.company(), recorded.event()));
        on.apply(PersonErased.class, fact -> List.of(fact.party()), recorded -> {
            rows.forget(recorded.company(), recorded.event().party());
            lines.forget(recorded.company(), recorded.event().party());
        });
    }

    private static List<Id> keys(Id row, Id person) {
        return person == null ? List.of(row) : List.of(row, person);
    }
}
