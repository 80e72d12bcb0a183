package org.stepwise.modules.internal.life;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.WeakHashMap;
import java.util.concurrent.TimeUnit;
import java.util.jar.Manifest;
import java.util.regex.Pattern;
import org.stepwise.module.ModuleContext;

/** The modules whose implementation is there. */
final class Contexts {
    private static final Pattern SUBSCRIPTION = providing("org.stepwise.log.(Projection|Reaction)");
    private static final Pattern REGISTER = providing("org.stepwise.web.Register");

    private final Map<String, ModuleContext> present = new TreeMap<>();
    private final Map<ModuleContext, Parts> parts = new WeakHashMap<>();

    synchronized void add(ModuleContext context) {
        present.put(context.module(), context);
        notifyAll();
    }

    synchronized boolean remove(ModuleContext context) {
        return present.remove(context.module(), context);
    }

    synchronized Optional<ModuleContext> find(String module) {
        return Optional.ofNullable(present.get(module));
    }

    synchronized ModuleContext await(String module, long seconds) throws InterruptedException {
        var deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
        while (!present.containsKey(module)) {
            var left = TimeUnit.NANOSECONDS.toMillis(deadline - System.nanoTime());
            if (left <= 0) {
                throw new IllegalStateException(
                        "the implementation of " + module + " did not start within " + seconds + " seconds");
            }
            wait(left);
        }
        return present.get(module);
    }

    /**
     * What the implementation's components provide. They come one by one: who began to deliver when the first
     * subscription was there would let verbs in before the others have read the log.
     */
    record Parts(int subscriptions, int registers) {
        /** And what the platform provides for the kinds of records that the module describes. */
        Parts with(int described) {
            return described == 0 ? this : new Parts(subscriptions + 1, registers + described);
        }
    }

    /** Counted once: its components are files in a bundle. */
    synchronized Parts parts(ModuleContext context) {
        return parts.computeIfAbsent(
                context, counted -> new Parts(components(counted, SUBSCRIPTION), components(counted, REGISTER)));
    }

    private static Pattern providing(String service) {
        return Pattern.compile("<provide interface=\"" + service.replace(".", "\\.") + "\"/>");
    }

    private static int components(ModuleContext context, Pattern providing) {
        var loader = context.getClass().getClassLoader();
        var own = "OSGI-INF/" + context.getClass().getName() + ".xml";
        try {
            for (var manifest : Collections.list(loader.getResources("META-INF/MANIFEST.MF"))) {
                try (var stream = manifest.openStream()) {
                    var components = new Manifest(stream).getMainAttributes().getValue("Service-Component");
                    if (components != null && components.contains(own)) {
                        return matching(loader, components.split(","), providing);
                    }
                }
            }
            return 0;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static int matching(ClassLoader loader, String[] components, Pattern providing) throws IOException {
        int found = 0;
        for (var component : components) {
            try (var stream = loader.getResourceAsStream(component.strip())) {
                if (stream != null
                        && providing
                                .matcher(new String(stream.readAllBytes(), StandardCharsets.UTF_8))
                                .find()) {
                    found++;
                }
            }
        }
        return found;
    }
}
