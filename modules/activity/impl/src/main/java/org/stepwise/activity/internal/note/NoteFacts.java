package org.stepwise.activity.internal.note;

import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.stepwise.activity.event.NoteChanged;
import org.stepwise.activity.event.NoteWithdrawn;
import org.stepwise.activity.event.NoteWritten;
import org.stepwise.activity.internal.ActivityModule;
import org.stepwise.log.Handlers;
import org.stepwise.log.Projection;

/** Writes notes from their facts. */
@Component(service = Projection.class)
public final class NoteFacts implements Projection {
    private final NoteRows rows;

    @Activate
    public NoteFacts(@Reference NoteRows rows) {
        this.rows = rows;
    }

    @Override
    public String module() {
        return ActivityModule.NAME;
    }

    @Override
    public String name() {
        return "activity.notes";
    }

    @Override
    public void define(Handlers on) {
        on.apply(NoteWritten.class, fact -> List.of(fact.note()), rows::write);
        on.apply(
                NoteChanged.class,
                fact -> List.of(fact.note()),
                recorded -> rows.write(recorded.company(), recorded.event(), recorded.at()));
        on.apply(
                NoteWithdrawn.class,
                fact -> List.of(fact.note()),
                recorded -> rows.write(recorded.company(), recorded.event()));
    }
}
