package org.stepwise.modules.internal.life;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.WeakHashMap;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.stepwise.data.Database;
import org.stepwise.data.Transactions;
import org.stepwise.error.Rejected;
import org.stepwise.module.ModuleContext;
import org.stepwise.module.Modules;
import org.stepwise.modules.internal.gate.Beginnings;
import org.stepwise.modules.internal.gate.Inside;
import org.stepwise.modules.internal.gate.Key;
import org.stepwise.modules.internal.record.RecordCatalogue;

/** A module's tables and settings: made before it reads the log, and deleted when it is purged. */
@Component(service = Preparation.class)
public final class Preparation {
    private static final String SET_ALREADY =
            "was set when the module was enabled first, and counts since then; change it in the module itself";

    private final Database database;
    private final Transactions transactions;
    private final StateTable states;
    private final Inside inside;
    private final RecordCatalogue records;
    private final Beginnings beginnings;
    private final ObjectMapper json = new ObjectMapper();
    private final Set<ModuleContext> migrated = Collections.newSetFromMap(new WeakHashMap<>());

    @Activate
    public Preparation(
            @Reference Database database,
            @Reference Transactions transactions,
            @Reference StateTable states,
            @Reference Inside inside,
            @Reference RecordCatalogue records,
            @Reference Beginnings beginnings) {
        this.beginnings = beginnings;
        this.database = database;
        this.transactions = transactions;
        this.states = states;
        this.inside = inside;
        this.records = records;
    }

    /**
     * Once for all companies as long as the implementation stays, because looking whether a script is new takes longer
     * than all else of enabling. One at a time: two companies may enable the same module at once.
     */
    synchronized void migrate(ModuleContext context) {
        if (!migrated.contains(context)) {
            var kept = records.tables(context.module());
            var schema = context.schema();
            if (!kept.isEmpty() && !schema.equals(context.module())) {
                throw new IllegalStateException("described records are kept in the schema " + context.module()
                        + ", and the module has another one: " + schema);
            }
            database.migrate(schema, context.getClass().getClassLoader(), kept);
            migrated.add(context);
        }
    }

    /** Its tables have been filled, from nothing as a rule. */
    void measure(ModuleContext context) {
        if (!context.schema().isEmpty()) {
            database.measure(context.schema());
        }
    }

    List<String> applied(String schema) {
        return database.applied(schema);
    }

    String vendor() {
        return database.kind().name().toLowerCase(Locale.ROOT);
    }

    /** Records the settings as facts when the module is enabled for the first time, or when some were given again. */
    void configure(Key key, ModuleContext context, List<Modules.Setting> known) {
        transactions.run(() -> {
            var row = states.find(key).orElseThrow();
            var given = read(row.settings());
            if (row.configured() && given.isEmpty()) {
                return;
            }
            var settings = row.configured() ? given : withDefaults(known, given);
            // No verb: the gate is still closed, and whoever enables has the permission to.
            inside.run(key, () -> beginnings.record(context, settings));
            states.configured(key);
        });
    }

    /** Exports first, without what tells of people. What is deleted, the positions and the state change together. */
    void purge(Key key, String schema, Set<String> named, Runnable forget) {
        var personal = new TreeSet<>(named);
        personal.addAll(records.personal(key.module()));
        if (!schema.isEmpty()) {
            var home = System.getProperty("stepwise.home", System.getProperty("karaf.data", "."));
            database.export(
                    schema, key.company(), personal, Path.of(home, "exports").toAbsolutePath());
        }
        transactions.run(() -> {
            if (!schema.isEmpty()) {
                database.clear(schema, key.company());
            }
            forget.run();
            states.set(key, Modules.State.AVAILABLE, "");
        });
    }

    /** As text, so that a start that is killed finds the settings again. Refuses what the module does not know. */
    String checked(List<Modules.Setting> known, Map<String, String> given, boolean configured) {
        var wrong = new TreeMap<String, String>();
        var names = known.stream().map(Modules.Setting::name).toList();
        given.keySet().stream()
                .filter(name -> !names.contains(name))
                .forEach(name -> wrong.put(name, "is not a setting of this module"));
        if (configured) {
            given.keySet().forEach(name -> wrong.putIfAbsent(name, SET_ALREADY));
        }
        for (var setting : known) {
            var value = given.getOrDefault(setting.name(), configured ? "-" : setting.value());
            if (setting.required() && (value == null || value.isBlank())) {
                wrong.put(setting.name(), "is missing");
            } else if (given.containsKey(setting.name())
                    && !setting.choices().isEmpty()
                    && !setting.choices().contains(value)) {
                wrong.put(setting.name(), "must be one of " + String.join(", ", setting.choices()));
            }
        }
        if (!wrong.isEmpty()) {
            throw new Rejected("erp.module.settings", "the settings cannot be used: " + wrong, wrong);
        }
        try {
            return json.writeValueAsString(given);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private Map<String, String> read(String settings) {
        try {
            return json.readValue(settings, new TypeReference<LinkedHashMap<String, String>>() {});
        } catch (JsonProcessingException damaged) {
            throw new IllegalStateException("the settings kept for enabling cannot be read: " + settings, damaged);
        }
    }

    private static Map<String, String> withDefaults(List<Modules.Setting> known, Map<String, String> given) {
        var all = new LinkedHashMap<String, String>();
        known.stream().filter(setting -> setting.value() != null).forEach(s -> all.put(s.name(), s.value()));
        all.putAll(given);
        return all;
    }
}
