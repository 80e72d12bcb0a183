package org.stepwise.modules.internal.catalogue;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.stepwise.error.NotFound;

/** All modules there are, by name. */
@Component(service = Catalogue.class)
public final class Catalogue {
    private final List<ModuleCatalogue> sources = new CopyOnWriteArrayList<>();
    private final KnownModules known;

    @Activate
    public Catalogue(@Reference KnownModules known) {
        this.known = known;
    }

    @Reference(
            name = "sources",
            unbind = "removedSource",
            cardinality = ReferenceCardinality.AT_LEAST_ONE,
            policy = ReferencePolicy.DYNAMIC)
    public void addedSource(ModuleCatalogue source) {
        sources.add(source);
    }

    public void removedSource(ModuleCatalogue source) {
        sources.remove(source);
    }

    /** Those that are there, and those that were there once. */
    public Collection<ModuleDescriptor> all() {
        var modules = new TreeMap<String, ModuleDescriptor>();
        known.all().forEach(module -> modules.put(module.name(), module));
        sources.forEach(source -> source.modules().forEach(module -> modules.put(module.name(), module)));
        return modules.values();
    }

    public Optional<ModuleDescriptor> find(String module) {
        return all().stream().filter(known -> known.name().equals(module)).findFirst();
    }

    /** Whether its api bundle is there now. */
    public boolean isThere(String module) {
        return sources.stream().flatMap(source -> source.modules().stream()).anyMatch(present -> present.name()
                .equals(module));
    }

    public ModuleDescriptor get(String module) {
        return find(module)
                .orElseThrow(() -> new NotFound(
                        "erp.module.unknown", "there is no module \"" + module + "\"; erp:module-list lists them"));
    }
}
