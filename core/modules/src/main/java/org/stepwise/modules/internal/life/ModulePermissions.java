package org.stepwise.modules.internal.life;

import java.util.Map;
import org.osgi.service.component.annotations.Component;
import org.stepwise.security.PermissionSet;

/** The permissions of the life cycle. */
@Component
public final class ModulePermissions implements PermissionSet {
    static final String SEE = "erp.module.see";
    static final String MANAGE = "erp.module.manage";

    @Override
    public String module() {
        return "erp";
    }

    @Override
    public Map<String, String> permissions() {
        return Map.of(
                SEE, "see which modules there are, and what enabling one would do",
                MANAGE, "enable, disable and purge modules");
    }
}
