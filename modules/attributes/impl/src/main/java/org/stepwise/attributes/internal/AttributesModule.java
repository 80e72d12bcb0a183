package org.stepwise.attributes.internal;

import org.osgi.service.component.annotations.Component;
import org.stepwise.module.ModuleContext;

/** Tells the platform about the module. */
@Component
public final class AttributesModule implements ModuleContext {
    /** What names of attributes begin with at the doors. */
    public static final String MODULE = "attributes";

    @Override
    public String module() {
        return MODULE;
    }
}
