package org.stepwise.web.internal.operation;

/** What the web door itself asks for. */
public final class WebPermissions {
    public static final String READ_METRICS = "erp.metrics.read";
    public static final String READ_STATE = "erp.state.read";
    /** Everybody is told what he did himself, and who manages users knows them anyway. */
    public static final String READ_NAMES = "erp.history.names";

    private WebPermissions() {}
}
