package org.stepwise.modules.internal.replay;

import java.util.Map;
import org.osgi.service.component.annotations.Component;
import org.stepwise.security.PermissionSet;

/** The permissions of replays: they tell amounts, whoever may read these elsewhere. */
@Component
public final class ReplayPermissions implements PermissionSet {
    static final String REPLAY = "erp.module.replay";
    static final String CORRECT = "erp.module.correct";

    @Override
    public String module() {
        return "erp";
    }

    @Override
    public Map<String, String> permissions() {
        return Map.of(
                REPLAY, "see what a module as installed now would post differently",
                CORRECT, "post what differs as corrections");
    }
}
