package org.stepwise.web.internal.operation;

import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.stepwise.security.PermissionSet;

/** What the web door itself asks for. */
@Component
public final class WebPermissions implements PermissionSet {
    public static final String READ_METRICS = "erp.metrics.read";
    public static final String READ_STATE = "erp.state.read";
    /** Everybody is told what he did himself, and who manages users knows them anyway. */
    public static final String READ_NAMES = "erp.history.names";

    @Activate
    public WebPermissions() {}

    @Override
    public String module() {
        return "web";
    }

    @Override
    public Map<String, String> permissions() {
        return Map.of(
                READ_METRICS, "Read the measurements at /metrics",
                READ_STATE, "See what is the matter with the server",
                READ_NAMES, "See by name who did what to a document or record");
    }
}
