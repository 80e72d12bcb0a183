package org.stepwise.security;

import java.util.Map;
import org.osgi.annotation.versioning.ConsumerType;

/** Whiteboard: the permissions of one module, so that roles can be made of them. */
@ConsumerType
public interface PermissionSet {
    String module();

    /** Permission name to what it allows, in one short sentence. */
    Map<String, String> permissions();
}
