package org.stepwise.security.internal;

import java.util.Map;
import org.osgi.service.component.annotations.Component;
import org.stepwise.security.PermissionSet;

/** The permissions of the platform's own verbs on people. */
@Component
public final class SecurityPermissions implements PermissionSet {
    public static final String MANAGE_USERS = "erp.user.manage";

    @Override
    public String module() {
        return "erp";
    }

    @Override
    public Map<String, String> permissions() {
        return Map.of(MANAGE_USERS, "add users, give them roles, and make and revoke tokens");
    }
}
