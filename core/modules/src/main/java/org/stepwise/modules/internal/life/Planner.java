package org.stepwise.modules.internal.life;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.FileSystemNotFoundException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.stepwise.data.Transactions;
import org.stepwise.module.ModuleContext;
import org.stepwise.module.Modules.Plan;
import org.stepwise.module.Modules.State;
import org.stepwise.modules.internal.catalogue.Catalogue;
import org.stepwise.modules.internal.draft.Drafts;
import org.stepwise.modules.internal.feature.Features;
import org.stepwise.modules.internal.feature.Installer.Touched;
import org.stepwise.modules.internal.gate.Key;

/** Says what enabling a module would do; writes nothing. */
@Component(service = Planner.class)
public final class Planner {
    private static final long INSTALLING_SECONDS = 3;
    private static final Touched NOTHING = new Touched(List.of(), List.of(), List.of(), List.of());

    private final Catalogue catalogue;
    private final LifeCycle life;
    private final Features features;
    private final Starter starter;
    private final Transactions transactions;

    @Activate
    public Planner(
            @Reference Catalogue catalogue,
            @Reference LifeCycle life,
            @Reference Features features,
            @Reference Starter starter,
            @Reference Transactions transactions) {
        this.catalogue = catalogue;
        this.life = life;
        this.features = features;
        this.starter = starter;
        this.transactions = transactions;
    }

    Plan plan(Key key) {
        var module = catalogue.get(key.module());
        var touched = features.touched(module).orElse(NOTHING);
        var scripts = new ArrayList<>(touched.scripts());
        var warnings = new ArrayList<>(touched.problems());
        life.context(key.module()).ifPresent(context -> {
            if (scripts.isEmpty()) {
                scripts.addAll(scripts(context));
            }
            warnings.addAll(warnings(key, context));
        });
        starter.catchUp()
                .strange(key)
                .forEach(type -> warnings.add("nobody knows the events " + type + " of the log: whether " + key.module()
                        + " takes them in is not known before their bundle is back"));
        var unread = starter.catchUp().unread(key);
        return new Plan(
                key.module(),
                touched.features(),
                touched.bundles(),
                pending(key.module(), scripts),
                unread,
                starter.catchUp().seconds(unread) + (touched.bundles().isEmpty() ? 0 : INSTALLING_SECONDS),
                life.settings(key),
                warnings,
                life.losses(key).stream().map(Drafts.Lost::loss).toList());
    }

    /** A module that has taken in nothing yet has no tables to ask. */
    private List<String> warnings(Key key, ModuleContext context) {
        var state = life.standing(key).state();
        return state == State.ON || state == State.OFF ? transactions.call(context::warnings) : List.of();
    }

    private List<String> pending(String module, List<String> scripts) {
        var schema = life.context(module).map(ModuleContext::schema).orElse(module);
        var vendor = schema + "-" + starter.preparation().vendor();
        Set<String> applied = new HashSet<>(starter.preparation().applied(schema));
        return scripts.stream()
                .filter(script -> script.startsWith("db/" + schema + "/") || script.startsWith("db/" + vendor + "/"))
                .map(script -> script.substring(script.lastIndexOf('/') + 1))
                .filter(script -> !applied.contains(script))
                .distinct()
                .sorted()
                .toList();
    }

    /** The scripts of an implementation on a plain class path, in a folder or in a jar. */
    private List<String> scripts(ModuleContext context) {
        var found = new ArrayList<String>();
        var loader = context.getClass().getClassLoader();
        for (var folder : List.of(
                context.schema(), context.schema() + "-" + starter.preparation().vendor())) {
            try {
                for (var address : Collections.list(loader.getResources("db/" + folder))) {
                    found.addAll(files("db/" + folder + "/", address.toURI()));
                }
            } catch (IOException | URISyntaxException unreadable) {
                throw new IllegalStateException("the scripts of " + context.schema() + " cannot be read", unreadable);
            }
        }
        return found;
    }

    private static List<String> files(String folder, URI address) throws IOException {
        if (!address.getScheme().equals("jar")) {
            return address.getScheme().equals("file") ? files(folder, Path.of(address)) : List.of();
        }
        try {
            return files(folder, FileSystems.getFileSystem(address).getPath("/" + folder));
        } catch (FileSystemNotFoundException notOpenYet) {
            try (var jar = FileSystems.newFileSystem(address, Map.of())) {
                return files(folder, jar.getPath("/" + folder));
            }
        }
    }

    private static List<String> files(String folder, Path directory) {
        try (var files = Files.list(directory)) {
            return files.map(file -> folder + file.getFileName()).toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
