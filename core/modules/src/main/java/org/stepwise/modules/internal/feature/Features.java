package org.stepwise.modules.internal.feature;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.stepwise.modules.internal.catalogue.ModuleDescriptor;

/** One installation at a time, in the order they were asked for; whoever waits is told for whom. */
@Component(service = Features.class)
public final class Features {
    private final AtomicReference<Installer> installer = new AtomicReference<>();
    private final ReentrantLock turn = new ReentrantLock(true);
    private final AtomicReference<String> atWork = new AtomicReference<>("");

    @Reference(
            name = "installer",
            unbind = "removedInstaller",
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    public void addedInstaller(Installer present) {
        installer.set(present);
    }

    public void removedInstaller(Installer present) {
        installer.compareAndSet(present, null);
    }

    public void install(ModuleDescriptor module, Consumer<String> phase) {
        inTurn(module, phase, () -> {
            phase.accept("its bundles are being installed");
            installer.get().install(module.feature());
        });
    }

    /** Uninstalls unless somebody still needs it when its turn comes. */
    public void uninstall(ModuleDescriptor module, BooleanSupplier needed) {
        inTurn(module, phase -> {}, () -> {
            if (!needed.getAsBoolean()) {
                installer.get().uninstall(module.feature());
            }
        });
    }

    public Optional<Installer.Touched> touched(ModuleDescriptor module) {
        var present = installer.get();
        return present == null || module.feature() == null
                ? Optional.empty()
                : Optional.of(present.touched(module.feature()));
    }

    private void inTurn(ModuleDescriptor module, Consumer<String> phase, Runnable work) {
        if (installer.get() == null || module.feature() == null) {
            return;
        }
        if (turn.isLocked()) {
            phase.accept("waiting for its turn: " + atWork.get() + " is being installed");
        }
        turn.lock();
        try {
            atWork.set(module.name());
            work.run();
        } finally {
            turn.unlock();
        }
    }
}
