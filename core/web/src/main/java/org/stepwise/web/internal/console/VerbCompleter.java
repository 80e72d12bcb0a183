package org.stepwise.web.internal.console;

import java.util.List;
import java.util.stream.Stream;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.stepwise.web.Description;
import org.stepwise.web.internal.typed.RegisterDesk;

/** What can be done with the rows of the register that was typed before. */
@Service
public final class VerbCompleter extends WordCompleter {
    @Override
    Stream<String> words(Description register, List<String> typed) {
        return RegisterDesk.verbs(register).stream();
    }
}
