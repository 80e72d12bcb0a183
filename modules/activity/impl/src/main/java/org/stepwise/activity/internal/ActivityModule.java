package org.stepwise.activity.internal;

import java.util.Set;
import org.osgi.service.component.annotations.Component;
import org.stepwise.module.ModuleContext;
import org.stepwise.row.RowParts;

/** Tells the platform about the module, and what it answers below every row. */
@Component
public final class ActivityModule implements ModuleContext, RowParts {
    public static final String NAME = "activity";

    @Override
    public String module() {
        return NAME;
    }

    @Override
    public Set<String> names() {
        return Set.of("notes", "files", "followers");
    }
}
