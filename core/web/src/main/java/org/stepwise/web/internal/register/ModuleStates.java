package org.stepwise.web.internal.register;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.stepwise.module.Modules;
import org.stepwise.security.Caller;
import org.stepwise.security.Callers;

/**
 * Where modules stand, as the door itself has to know for everybody who comes: which lists there are for a clerk does
 * not depend on whether the clerk may look at the life cycle. What is told of it is decided by who tells it.
 */
@Component(service = ModuleStates.class)
public final class ModuleStates {
    /** Without which nobody is told how far a module is. */
    public static final String SEE = "erp.module.see";

    private final Modules modules;
    private final Callers callers;

    @Activate
    public ModuleStates(@Reference Modules modules, @Reference Callers callers) {
        this.modules = modules;
        this.callers = callers;
    }

    /** Those of the current caller's company. */
    public List<Modules.Standing> all() {
        var caller = callers.current();
        return callers.as(door(caller), () -> modules.list(caller.company()));
    }

    /** What can be set while enabling, by module; nothing for those who may not see the modules. */
    public Map<String, List<Modules.Setting>> settings() {
        var caller = callers.current();
        var settings = new TreeMap<String, List<Modules.Setting>>();
        if (caller.company() != null && caller.may(SEE)) {
            all().forEach(module -> settings.put(module.name(), modules.settings(caller.company(), module.name())));
        }
        return settings;
    }

    /** Those that are on, or catch up, and so have screens and lists. */
    public static boolean isOpen(Modules.Standing module) {
        return module.state() == Modules.State.ON || module.state() == Modules.State.ENABLING;
    }

    private static Caller door(Caller caller) {
        return new Caller(
                caller.user(),
                caller.name(),
                caller.company(),
                caller.door(),
                caller.zone(),
                caller.language(),
                Set.of(SEE));
    }
}
