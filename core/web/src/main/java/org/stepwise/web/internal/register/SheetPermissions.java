package org.stepwise.web.internal.register;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.stepwise.module.Homes;
import org.stepwise.module.ModuleContext;
import org.stepwise.security.Callers;
import org.stepwise.security.PermissionSet;
import org.stepwise.web.Register;

/**
 * What roles can be made of: the permissions that the registers of all modules name, whether the modules are on or not,
 * and those that have a text {@code permission.<name>} of their own, in the language of whoever asks. What a register
 * names allows what the register does with it: "Orders: see; Deliveries: see".
 */
@Component
public final class SheetPermissions implements PermissionSet {
    private static final String KEY = "permission.";
    private static final String PLATFORM = "erp";

    private final Registers registers;
    private final Texts texts;
    private final Callers callers;
    private final List<ModuleContext> contexts = new CopyOnWriteArrayList<>();

    @Activate
    public SheetPermissions(@Reference Registers registers, @Reference Texts texts, @Reference Callers callers) {
        this.registers = registers;
        this.texts = texts;
        this.callers = callers;
    }

    /** A module may have permissions and no register. */
    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    public void addContext(ModuleContext context, Map<String, Object> service) {
        if (Homes.mayOffer("the texts of " + context.module(), context.module(), service)) {
            contexts.add(context);
        }
    }

    public void removeContext(ModuleContext context) {
        contexts.remove(context);
    }

    @Override
    public String module() {
        return "web";
    }

    @Override
    public Map<String, String> permissions() {
        var language =
                callers.find().map(caller -> caller.language().getLanguage()).orElse("en");
        var acts = new TreeMap<String, Map<String, List<String>>>();
        registers.known().forEach(register -> note(register, texts.of(register, language), acts));
        var permissions = new TreeMap<String, String>();
        acts.forEach((name, lists) -> permissions.put(
                name,
                lists.entrySet().stream()
                        .map(list -> list.getKey() + ": " + String.join(", ", list.getValue()))
                        .collect(Collectors.joining("; "))));
        registers.known().forEach(register -> say(register.description().module(), register, language, permissions));
        contexts.forEach(context -> say(context.module(), context, language, permissions));
        say(PLATFORM, texts, language, permissions);
        return permissions;
    }

    /** By permission and title of the list, what it allows there. */
    private static void note(Register register, Texts.Speaker speaker, Map<String, Map<String, List<String>>> acts) {
        var description = register.description();
        var title = speaker.say(description.plural() + ".title", description.plural());
        BiConsumer<String, String> allow = (permission, act) -> {
            if (permission != null && permission.startsWith(description.module() + ".")) {
                acts.computeIfAbsent(permission, any -> new LinkedHashMap<>())
                        .computeIfAbsent(title, any -> new ArrayList<>())
                        .add(act);
            }
        };
        allow.accept(description.read(), speaker.say(KEY + "see", "see"));
        allow.accept(description.create(), speaker.say(KEY + "create", "create"));
        allow.accept(description.change(), speaker.say(KEY + "change", "change"));
        description
                .verbs()
                .forEach(verb -> allow.accept(
                        verb.permission(), speaker.say(description.plural() + "." + verb.name(), verb.name())));
    }

    /** What a bundle says itself of permissions of its module. */
    private void say(String module, Object part, String language, Map<String, String> permissions) {
        var speaker = texts.of(part, language);
        texts.keys(part, KEY + module + ".")
                .forEach(key -> permissions.put(
                        key.substring(KEY.length()), speaker.find(key).orElse(key)));
    }
}
