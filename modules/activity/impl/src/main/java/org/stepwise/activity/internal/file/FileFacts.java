package org.stepwise.activity.internal.file;

import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.stepwise.activity.event.FileAttached;
import org.stepwise.activity.event.FileDetached;
import org.stepwise.activity.internal.ActivityModule;
import org.stepwise.log.Handlers;
import org.stepwise.log.Projection;

/** Writes files from their facts; their contents are no part of it. */
@Component(service = Projection.class)
public final class FileFacts implements Projection {
    private final FileRows rows;

    @Activate
    public FileFacts(@Reference FileRows rows) {
        this.rows = rows;
    }

    @Override
    public String module() {
        return ActivityModule.NAME;
    }

    @Override
    public String name() {
        return "activity.files";
    }

    @Override
    public void define(Handlers on) {
        on.apply(FileAttached.class, fact -> List.of(fact.file()), rows::write);
        on.apply(
                FileDetached.class,
                fact -> List.of(fact.file()),
                recorded -> rows.write(recorded.company(), recorded.event()));
    }
}
