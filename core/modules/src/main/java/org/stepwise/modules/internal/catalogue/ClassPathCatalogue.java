package org.stepwise.modules.internal.catalogue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.jar.Manifest;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;

/** The modules of a plain class path; in a container, where a bundle sees only its own manifest, there are none. */
@Component
public final class ClassPathCatalogue implements ModuleCatalogue {
    private final List<ModuleDescriptor> modules;

    @Activate
    public ClassPathCatalogue() {
        var found = new ArrayList<ModuleDescriptor>();
        try {
            var loader = ClassPathCatalogue.class.getClassLoader();
            for (var address : Collections.list(loader.getResources("META-INF/MANIFEST.MF"))) {
                try (var stream = address.openStream()) {
                    var headers = new Manifest(stream).getMainAttributes();
                    ModuleDescriptor.of(headers::getValue).ifPresent(found::add);
                }
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        modules = List.copyOf(found);
    }

    @Override
    public List<ModuleDescriptor> modules() {
        return modules;
    }
}
