package org.stepwise.web.internal.screen;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.osgi.framework.FrameworkUtil;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.stepwise.module.Homes;
import org.stepwise.web.ScreenModule;

/** The {@code web/} folders of the modules that have screens, each under a hash of its content. */
@Component(service = ModuleFiles.class)
public final class ModuleFiles {
    private final Map<String, Folder> byModule = new ConcurrentHashMap<>();

    @Activate
    public ModuleFiles() {}

    /** One module's folder. */
    private record Folder(ScreenModule screens, String hash) {}

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    public void addScreens(ScreenModule screens, Map<String, Object> service) {
        if (Homes.mayOffer("the screens of " + screens.module(), screens.module(), service)) {
            byModule.put(screens.module(), new Folder(screens, hash(screens.getClass())));
        }
    }

    public void removeScreens(ScreenModule screens) {
        byModule.values().removeIf(folder -> folder.screens() == screens);
    }

    /** The address of a module's first script; empty when it has none. */
    public Optional<String> entry(String module) {
        return Optional.ofNullable(byModule.get(module))
                .filter(folder -> find(module, folder.hash(), "main.js").isPresent())
                .map(folder -> "/ui/" + module + "/" + folder.hash() + "/main.js");
    }

    Optional<URL> find(String module, String hash, String file) {
        var folder = byModule.get(module);
        if (folder == null || !folder.hash().equals(hash)) {
            return Optional.empty();
        }
        return Optional.ofNullable(folder.screens().getClass().getClassLoader().getResource("web/" + file));
    }

    private static String hash(Class<?> screens) {
        var digest = Digests.sha256();
        for (var file : files(screens)) {
            digest.update(file.getPath().getBytes(StandardCharsets.UTF_8));
            try (InputStream in = file.openStream()) {
                digest.update(in.readAllBytes());
            } catch (IOException unreadable) {
                throw new UncheckedIOException(unreadable);
            }
        }
        return HexFormat.of().formatHex(digest.digest(), 0, 8);
    }

    private static List<URL> files(Class<?> screens) {
        var bundle = FrameworkUtil.getBundle(screens);
        if (bundle == null) {
            return List.of();
        }
        var entries = bundle.findEntries("web", "*", true);
        var files = entries == null ? new ArrayList<URL>() : Collections.list(entries);
        files.removeIf(file -> file.getPath().endsWith("/"));
        files.sort(Comparator.comparing(URL::getPath));
        return files;
    }
}
