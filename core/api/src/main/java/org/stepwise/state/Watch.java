package org.stepwise.state;

import java.util.List;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * Whiteboard: watches over a part of the server. It is asked by {@code /health}, without a login and up to once a
 * second, so it answers from what it has noticed already, or with a query that costs next to nothing.
 */
@ConsumerType
public interface Watch {

    /** What is the matter now; empty when all is well. */
    List<Condition> conditions();
}
