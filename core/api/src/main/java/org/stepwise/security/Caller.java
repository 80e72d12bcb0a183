package org.stepwise.security;

import java.time.ZoneId;
import java.util.Locale;
import java.util.Set;
import org.stepwise.data.Id;

/**
 * Who calls, for which company, through which door.
 *
 * @param door {@code browser}, {@code rest}, {@code console}, {@code import} or {@code system}
 * @param zone the company's zone, which decides what day it is
 * @param permissions names such as {@code crm.order.confirm}; {@code *} grants all
 */
public record Caller(
        Id user, String name, Id company, String door, ZoneId zone, Locale language, Set<String> permissions) {

    public boolean may(String permission) {
        return permissions.contains("*") || permissions.contains(permission);
    }

    /** The same caller through another door. */
    public Caller through(String otherDoor) {
        return new Caller(user, name, company, otherDoor, zone, language, permissions);
    }
}
