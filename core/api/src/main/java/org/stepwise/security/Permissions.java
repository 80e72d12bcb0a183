package org.stepwise.security;

import org.osgi.annotation.versioning.ProviderType;

/** Checks what the current caller may. */
@ProviderType
public interface Permissions {
    /** Refuses with {@code erp.permission.missing} unless the caller has the permission. */
    void require(String permission);
}
