package org.stepwise.security;

import java.util.Map;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * Whiteboard: permissions, so that roles can be made of them. Those that a register names, or a text {@code
 * permission.<name>} of a module, the platform knows by itself.
 */
@ConsumerType
public interface PermissionSet {
    String module();

    /** Permission name to what it allows, in one short sentence. */
    Map<String, String> permissions();
}
