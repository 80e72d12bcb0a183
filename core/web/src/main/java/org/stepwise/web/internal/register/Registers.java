package org.stepwise.web.internal.register;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.stepwise.error.Conflict;
import org.stepwise.error.NotFound;
import org.stepwise.error.Refusal;
import org.stepwise.module.Modules;
import org.stepwise.security.Callers;
import org.stepwise.web.Register;

/** The registers of all modules that are running, by name. */
@Component(service = Registers.class)
public final class Registers {
    /** Segments of the path of a verb: module, plural, id, verb. */
    private static final int ACT = 4;

    private final Map<String, Register> byName = new ConcurrentHashMap<>();
    private final Modules modules;
    private final Callers callers;

    @Activate
    public Registers(@Reference Modules modules, @Reference Callers callers) {
        this.modules = modules;
        this.callers = callers;
    }

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    public void addRegister(Register register) {
        byName.put(register.description().name(), register);
    }

    public void removeRegister(Register register) {
        byName.values().remove(register);
    }

    /** Whether a register answers the path: {@code module/plural}, an id, a verb of the register. */
    public boolean answer(List<String> path) {
        if (path.size() < 2 || path.size() > ACT) {
            return false;
        }
        var register = byName.get(path.get(0) + "." + path.get(1));
        return register != null
                && (path.size() < ACT
                        || register.description().verbs().stream()
                                .anyMatch(verb -> verb.name().equals(path.get(ACT - 1))));
    }

    /** The register; its services refuse while their module is off. */
    public Register find(String module, String plural) {
        var register = byName.get(module + "." + plural);
        if (register == null) {
            throw missing(List.of(module, plural));
        }
        return register;
    }

    /**
     * Why nothing answered the path: a module that is not on, or whose register has come since then, is another thing
     * than a name that does not exist.
     */
    public Refusal missing(List<String> path) {
        var there = answer(path);
        return modules.list(callers.current().company()).stream()
                .filter(each -> each.name().equals(path.get(0)))
                .filter(each -> there || each.state() != Modules.State.ON)
                .findFirst()
                .map(Registers::notOn)
                .orElseGet(() -> unknown(path.get(0), path.get(1)));
    }

    private Refusal unknown(String module, String plural) {
        return byName.containsKey(module + "." + plural)
                ? new NotFound("erp.register.no-verb", module + "." + plural + " has no such verb")
                : new NotFound("erp.request.unknown-path", "there is nothing at /api/" + module + "/" + plural);
    }

    private static Refusal notOn(Modules.Standing module) {
        if (isOpen(module.state())) {
            return new Conflict(
                    "erp.module.catching-up", module.title() + " is just being switched on; try again in a moment");
        }
        return new Conflict(
                "erp.module.not-on",
                module.title() + " is " + module.state().name().toLowerCase(Locale.ROOT)
                        + "; switch it on first (Modules, or erp:module-enable " + module.name() + ")");
    }

    /** Those of modules that are on for the company, or catching up, in the order of their names. */
    public List<Register> open() {
        var states = modules.list(callers.current().company());
        return byName.values().stream()
                .filter(register -> states.stream()
                        .filter(each ->
                                each.name().equals(register.description().module()))
                        .allMatch(each -> isOpen(each.state())))
                .sorted(Comparator.comparing(register -> register.description().name()))
                .toList();
    }

    private static boolean isOpen(Modules.State state) {
        return state == Modules.State.ON || state == Modules.State.ENABLING;
    }
}
