package org.stepwise.web.internal.http;

import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.stepwise.data.Database;

/** Gives tests one door for all of them: to open one costs more than to go through it. */
final class SharedDoor implements ParameterResolver {
    private static final Namespace NAMESPACE = Namespace.create(SharedDoor.class);

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == Door.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return context.getRoot()
                .getStore(NAMESPACE)
                .getOrComputeIfAbsent("door", any -> new Door(Database.Kind.DERBY), Door.class);
    }
}
