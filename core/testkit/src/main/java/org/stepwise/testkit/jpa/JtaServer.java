package org.stepwise.testkit.jpa;

import org.eclipse.persistence.platform.server.ServerPlatformBase;
import org.eclipse.persistence.sessions.DatabaseSession;

/** Stands for the server that EclipseLink thinks it runs in; made by EclipseLink. */
public final class JtaServer extends ServerPlatformBase {
    public JtaServer(DatabaseSession session) {
        super(session);
        disableRuntimeServices();
    }

    @Override
    public Class<?> getExternalTransactionControllerClass() {
        return JtaController.class;
    }
}
