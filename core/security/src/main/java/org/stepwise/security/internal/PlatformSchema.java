package org.stepwise.security.internal;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.stepwise.data.Database;

/** Its being there means that the tables of the schema {@code platform} are at their newest version. */
@Component(service = PlatformSchema.class)
public final class PlatformSchema {
    @Activate
    public PlatformSchema(@Reference Database database) {
        database.migrate("platform", PlatformSchema.class.getClassLoader());
    }
}
