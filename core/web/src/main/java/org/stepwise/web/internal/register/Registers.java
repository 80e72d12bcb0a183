package org.stepwise.web.internal.register;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.stepwise.data.Id;
import org.stepwise.error.Conflict;
import org.stepwise.error.NotFound;
import org.stepwise.error.Quoted;
import org.stepwise.error.Refusal;
import org.stepwise.module.Modules;
import org.stepwise.security.Caller;
import org.stepwise.web.Description;
import org.stepwise.web.Found;
import org.stepwise.web.ListQuery;
import org.stepwise.web.OpenRegisters;
import org.stepwise.web.Page;
import org.stepwise.web.Register;
import org.stepwise.web.internal.offer.Offers;

/** The registers of all modules that are running, by name. */
@Component(service = {Registers.class, OpenRegisters.class})
public final class Registers implements OpenRegisters {
    /** Segments of the path of a verb: module, plural, id, verb. */
    private static final int ACT = 4;

    /** What every row has beneath it, besides its verbs. */
    private static final Set<String> BENEATH = Set.of("history", "chain");

    /** What stands beside the rows of a list, where an id would be: module, plural, drafts, id, record. */
    private static final String DRAFTS = "drafts";

    private static final int RECORD = 5;

    private final ModuleStates states;
    private final Extensions extensions;
    private final Offers offers;
    private final RowNames rows = new RowNames(this);

    @Activate
    public Registers(@Reference ModuleStates states, @Reference Extensions extensions, @Reference Offers offers) {
        this.states = states;
        this.extensions = extensions;
        this.offers = offers;
    }

    /**
     * Whether a register answers the path: {@code module/plural}, an id, a verb, what every row has beneath it, or
     * drafts.
     */
    public boolean answer(List<String> path) {
        if (path.size() < 2 || path.size() > RECORD) {
            return false;
        }
        var found = offers.register(path.get(0) + "." + path.get(1));
        if (found.isEmpty() || path.size() < ACT || path.get(2).equals(DRAFTS)) {
            return found.isPresent();
        }
        return path.size() == ACT
                && (BENEATH.contains(path.get(ACT - 1))
                        || extensions.extended(found.get()).description().verbs().stream()
                                .anyMatch(verb -> verb.name().equals(path.get(ACT - 1))));
    }

    public boolean has(String module, String plural) {
        return offers.register(module + "." + plural).isPresent();
    }

    /** The register with what others add to it; its services refuse while their module is off. */
    public Register find(String module, String plural) {
        return extensions.extended(
                offers.register(module + "." + plural).orElseThrow(() -> missing(List.of(module, plural))));
    }

    /** As {@link #find}, of a module that is on or catches up: its bundle may be there where it is not. */
    public Register findOpen(String module, String plural) {
        var register = find(module, plural);
        states.all().stream()
                .filter(each -> each.name().equals(module) && !ModuleStates.isOpen(each))
                .findFirst()
                .ifPresent(closed -> {
                    throw notOn(closed);
                });
        return register;
    }

    /**
     * Why nothing answered the path: a module that is not on, or whose register has come since then, is another thing
     * than a name that does not exist.
     */
    public Refusal missing(List<String> path) {
        var there = answer(path);
        return states.all().stream()
                .filter(each -> each.name().equals(path.get(0)))
                .filter(each -> there || each.state() != Modules.State.ON)
                .findFirst()
                .map(Registers::notOn)
                .orElseGet(() -> unknown(path.get(0), path.get(1)));
    }

    private Refusal unknown(String module, String plural) {
        return has(module, plural)
                ? new NotFound("erp.register.no-verb", module + "." + plural + " has no such verb")
                : new NotFound(
                        "erp.request.unknown-path",
                        "there is nothing at /api/" + Quoted.of(module) + "/" + Quoted.of(plural));
    }

    private static Refusal notOn(Modules.Standing module) {
        if (ModuleStates.isOpen(module)) {
            return new Conflict(
                    "erp.module.catching-up", module.title() + " is just being switched on; try again in a moment");
        }
        return new Conflict(
                "erp.module.not-on",
                module.title() + " is " + module.state().name().toLowerCase(Locale.ROOT)
                        + "; switch it on first (Modules, or erp:module-enable " + module.name() + ")");
    }

    /** Those whose bundles are there, whether their modules are on or not, in the order of their names. */
    List<Register> known() {
        return offers.registers().stream()
                .sorted(Comparator.comparing(
                        (Register register) -> register.description().name()))
                .toList();
    }

    /** Those of modules that are on for the company, or catching up, in the order of their names. */
    public List<Register> open() {
        var modules = states.all();
        return offers.registers().stream()
                .filter(register -> modules.stream()
                        .filter(each ->
                                each.name().equals(register.description().module()))
                        .allMatch(ModuleStates::isOpen))
                .map(extensions::extended)
                .sorted(Comparator.comparing(register -> register.description().name()))
                .toList();
    }

    @Override
    public List<Description> descriptions() {
        return open().stream().map(Register::description).toList();
    }

    @Override
    public Optional<Description> describe(String register) {
        return descriptions().stream()
                .filter(each -> each.name().equals(register))
                .findFirst();
    }

    @Override
    public Found find(String register, Id row) {
        return named(register).find(row);
    }

    @Override
    public Page list(String register, ListQuery query) {
        return named(register).list(query);
    }

    @Override
    public Id row(String register, String name) {
        return rows.find(named(register), name);
    }

    @Override
    public List<String> names(String register, String letters) {
        return RowNames.first(named(register), letters);
    }

    /** The register of this name, such as {@code crm.orders}, with what others add to it. */
    public Register named(String register) {
        var path = register.split("\\.", 2);
        if (path.length < 2) {
            throw new NotFound("erp.register.unknown", "there is no list \"" + Quoted.of(register) + "\"");
        }
        return find(path[0], path[1]);
    }

    /**
     * Whether the caller may read a list of the module, and so know what happens in it. What belongs to no module that
     * has lists is for whoever may see the modules.
     */
    public boolean mayKnowOf(Caller caller, String module) {
        var reads = offers.registers().stream()
                .map(Register::description)
                .filter(description -> description.module().equals(module) && description.read() != null)
                .map(Description::read)
                .toList();
        return reads.isEmpty() ? caller.may(ModuleStates.SEE) : reads.stream().anyMatch(caller::may);
    }
}
