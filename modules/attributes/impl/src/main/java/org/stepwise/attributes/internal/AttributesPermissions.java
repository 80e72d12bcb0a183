package org.stepwise.attributes.internal;

/** What a role may be allowed to do with attributes. */
public final class AttributesPermissions {
    public static final String DEFINITION_READ = "attributes.definition.read";
    public static final String DEFINE = "attributes.definition.set";
    public static final String VALUE_SET = "attributes.value.set";

    private AttributesPermissions() {}
}
