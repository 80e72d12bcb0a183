package org.stepwise.web.internal.http;

import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.stepwise.data.Database;

/** Gives tests one door for all of them on a database: to open one costs more than to go through it. */
final class SharedDoor implements ParameterResolver {
    private static final Namespace NAMESPACE = Namespace.create(SharedDoor.class);

    /** For tests on both databases. */
    interface Doors {
        Door on(Database.Kind kind);
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        var type = parameter.getParameter().getType();
        return type == Door.class || type == Doors.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        Doors doors = kind ->
                context.getRoot().getStore(NAMESPACE).getOrComputeIfAbsent(kind, any -> new Door(kind), Door.class);
        return parameter.getParameter().getType() == Doors.class ? doors : doors.on(Database.Kind.DERBY);
    }
}
