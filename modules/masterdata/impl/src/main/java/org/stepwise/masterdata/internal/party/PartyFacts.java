package org.stepwise.masterdata.internal.party;

import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.stepwise.log.Handlers;
import org.stepwise.log.Projection;
import org.stepwise.masterdata.event.PartyRecorded;
import org.stepwise.masterdata.event.PersonErased;

/** Writes parties from their facts. */
@Component(service = Projection.class)
public final class PartyFacts implements Projection {
    private final PartyRows rows;

    @Activate
    public PartyFacts(@Reference PartyRows rows) {
        this.rows = rows;
    }

    @Override
    public String module() {
        return "masterdata";
    }

    @Override
    public String name() {
        return "masterdata.parties";
    }

    @Override
    public void define(Handlers on) {
        on.apply(PartyRecorded.class, fact -> List.of(fact.party()), recorded -> rows.findOrAdd(
                        recorded.company(), recorded.event().party())
                .apply(recorded.event()));
        on.apply(PersonErased.class, fact -> List.of(fact.party()), recorded -> rows.findOrAdd(
                        recorded.company(), recorded.event().party())
                .apply(recorded.event()));
    }
}
