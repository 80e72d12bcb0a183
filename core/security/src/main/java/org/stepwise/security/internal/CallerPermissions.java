package org.stepwise.security.internal;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.stepwise.error.Rejected;
import org.stepwise.security.Callers;
import org.stepwise.security.Permissions;

/** Asks the current caller. */
@Component
public final class CallerPermissions implements Permissions {
    private final Callers callers;

    @Activate
    public CallerPermissions(@Reference Callers callers) {
        this.callers = callers;
    }

    @Override
    public void require(String permission) {
        var caller = callers.current();
        if (!caller.may(permission)) {
            throw new Rejected(
                    "erp.permission.missing",
                    "%s may not do this: the permission %s is missing; ask an administrator for a role that has it"
                            .formatted(caller.name(), permission));
        }
    }
}
