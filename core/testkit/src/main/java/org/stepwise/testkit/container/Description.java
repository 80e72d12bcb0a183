package org.stepwise.testkit.container;

import java.util.List;
import java.util.Map;

/**
 * A component as bnd describes it in {@code OSGI-INF}.
 *
 * @param pid of its configuration
 * @param configured true when it may not start without a configuration
 * @param parameters of its constructor
 * @param activate the method to call when it starts, or null
 * @param deactivate the method to call when it ends, or null
 */
record Description(
        String name,
        String implementation,
        String pid,
        boolean configured,
        int parameters,
        String activate,
        String deactivate,
        List<String> provides,
        Map<String, Object> properties,
        List<Reference> references) {}
