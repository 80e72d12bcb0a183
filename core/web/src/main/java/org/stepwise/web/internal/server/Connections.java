package org.stepwise.web.internal.server;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.server.ConnectionMetaData;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.Request;

/**
 * Closes connections whose next request does not come to the end of its headers in time. Jetty counts the time since
 * the last byte only, so that who sends one now and then would keep a connection for ever.
 */
final class Connections implements Connection.Listener, HttpConfiguration.Customizer {
    private final Map<Connection, Expected> open = new ConcurrentHashMap<>();
    private final long longest;

    Connections(long longestSeconds) {
        this.longest = TimeUnit.SECONDS.toNanos(longestSeconds);
    }

    /** The request that a connection waits for. */
    private static final class Expected {
        private long since = System.nanoTime();
        private long bytesBefore;
        private boolean serving;

        synchronized void begun() {
            serving = true;
        }

        synchronized void ended(Connection connection) {
            serving = false;
            since = System.nanoTime();
            bytesBefore = connection.getBytesIn();
        }

        /** A connection that is merely kept open for the next request sends nothing. */
        synchronized boolean isLate(Connection connection, long now, long longest) {
            var fresh = connection.getMessagesIn() == 0 && bytesBefore == 0;
            return !serving && now - since > longest && (fresh || connection.getBytesIn() > bytesBefore);
        }
    }

    @Override
    public void onOpened(Connection connection) {
        if (connection instanceof ConnectionMetaData) {
            open.put(connection, new Expected());
        }
    }

    @Override
    public void onClosed(Connection connection) {
        open.remove(connection);
    }

    /** All headers of a request are there. */
    @Override
    public Request customize(Request request, HttpFields.Mutable answer) {
        var connection = request.getConnectionMetaData().getConnection();
        var expected = open.get(connection);
        if (expected != null) {
            expected.begun();
            Request.addCompletionListener(request, failure -> expected.ended(connection));
        }
        return request;
    }

    /** To be called once a second or so. */
    void look() {
        var now = System.nanoTime();
        open.forEach((connection, expected) -> {
            if (expected.isLate(connection, now, longest)) {
                connection.getEndPoint().close();
            }
        });
    }
}
