package org.stepwise.security.internal.console;

import org.apache.karaf.shell.api.console.SessionFactory;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.stepwise.console.OptionsAnywhere;

/**
 * Gives the shell the parser that our commands name. It needs nothing but the shell, so that they are understood
 * whatever else is not there.
 */
@Component(service = ConsoleParsing.class, immediate = true)
public final class ConsoleParsing {
    private final SessionFactory sessions;
    private final OptionsAnywhere parser = new OptionsAnywhere();

    @Activate
    public ConsoleParsing(@Reference SessionFactory sessions) {
        this.sessions = sessions;
        sessions.getRegistry().register(parser);
    }

    @Deactivate
    public void close() {
        sessions.getRegistry().unregister(parser);
    }
}
