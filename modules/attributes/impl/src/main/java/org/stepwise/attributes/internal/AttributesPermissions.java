package org.stepwise.attributes.internal;

import java.util.Map;
import org.osgi.service.component.annotations.Component;
import org.stepwise.security.PermissionSet;

/** What a role may be allowed to do with attributes. */
@Component
public final class AttributesPermissions implements PermissionSet {
    public static final String DEFINITION_READ = "attributes.definition.read";
    public static final String DEFINE = "attributes.definition.set";
    public static final String VALUE_SET = "attributes.value.set";

    @Override
    public String module() {
        return AttributesModule.MODULE;
    }

    @Override
    public Map<String, String> permissions() {
        return Map.of(
                DEFINITION_READ, "See which attributes lists have",
                DEFINE, "Make attributes, for customers, products, documents",
                VALUE_SET, "Set attributes of rows that cannot be changed otherwise, such as confirmed orders");
    }
}
