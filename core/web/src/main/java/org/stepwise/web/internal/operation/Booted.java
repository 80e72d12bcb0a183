package org.stepwise.web.internal.operation;

import org.apache.karaf.features.BootFinished;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Is there when all that starts at boot has started: a part that is still to come cannot say that it is busy. */
@Component(service = Booted.class, reference = @Reference(name = "boot", service = BootFinished.class))
public final class Booted {
    @Activate
    public Booted() {}
}
