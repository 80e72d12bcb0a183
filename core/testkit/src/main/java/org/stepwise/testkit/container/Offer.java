package org.stepwise.testkit.container;

import java.util.Map;
import java.util.Set;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.InvalidSyntaxException;

/** A service and the names and properties it is found by. */
record Offer(Set<String> interfaces, Object service, Map<String, Object> properties) {

    boolean answers(String interfaceName, String target) {
        if (!interfaces.contains(interfaceName)) {
            return false;
        }
        try {
            return target == null || FrameworkUtil.createFilter(target).matches(properties);
        } catch (InvalidSyntaxException failure) {
            throw new IllegalArgumentException("the target " + target + " is no filter", failure);
        }
    }
}
