package org.stepwise.masterdata.internal.party;

import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.stepwise.data.Id;
import org.stepwise.log.Handlers;
import org.stepwise.log.Projection;
import org.stepwise.masterdata.MasterData;
import org.stepwise.masterdata.event.PartyRecorded;
import org.stepwise.masterdata.event.PersonErased;
import org.stepwise.text.Collation;
import org.stepwise.text.Named;

/** Writes parties from their facts. */
@Component(service = Projection.class)
public final class PartyFacts implements Projection {
    private static final Named CITY = Named.byLanguage("masterdata.party", "id", "city");

    private final PartyRows rows;
    private final Collation collation;

    @Activate
    public PartyFacts(@Reference PartyRows rows, @Reference Collation collation) {
        this.rows = rows;
        this.collation = collation;
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
        on.apply(PartyRecorded.class, fact -> List.of(fact.party()), recorded -> {
            var party = rows.findOrAdd(recorded.company(), recorded.event().party());
            party.apply(recorded.event());
            keep(recorded.company(), recorded.event().party(), party);
        });
        on.apply(PersonErased.class, fact -> List.of(fact.party()), recorded -> {
            var party = rows.findOrAdd(recorded.company(), recorded.event().party());
            party.apply(recorded.event());
            keep(recorded.company(), recorded.event().party(), party);
        });
    }

    private void keep(Id company, Id id, Party party) {
        collation.keep(MasterData.PARTY_NAME, company, id, party.name(), rows::flush);
        collation.keep(CITY, company, id, party.city(), rows::flush);
    }
}
