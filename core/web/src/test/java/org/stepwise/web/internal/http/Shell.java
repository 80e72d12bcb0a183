package org.stepwise.web.internal.http;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.felix.gogo.runtime.threadio.ThreadIOImpl;
import org.apache.felix.service.command.Function;
import org.apache.karaf.shell.api.console.Candidate;
import org.apache.karaf.shell.api.console.Command;
import org.apache.karaf.shell.api.console.Session;
import org.apache.karaf.shell.impl.action.command.ManagerImpl;
import org.apache.karaf.shell.impl.console.SessionFactoryImpl;
import org.apache.karaf.shell.support.parsing.DefaultParser;
import org.stepwise.console.ListCompleter;
import org.stepwise.console.OptionsAnywhere;
import org.stepwise.console.RowCompleter;
import org.stepwise.security.ConsoleCaller;
import org.stepwise.testkit.Platform;
import org.stepwise.web.OpenRegisters;
import org.stepwise.web.internal.console.ActCommand;
import org.stepwise.web.internal.console.ChangeCommand;
import org.stepwise.web.internal.console.ColumnCompleter;
import org.stepwise.web.internal.console.CreateCommand;
import org.stepwise.web.internal.console.DescribeCommand;
import org.stepwise.web.internal.console.FieldCompleter;
import org.stepwise.web.internal.console.ListCommand;
import org.stepwise.web.internal.console.ShowCommand;
import org.stepwise.web.internal.console.VerbCompleter;
import org.stepwise.web.internal.register.Registers;
import org.stepwise.web.internal.register.Texts;
import org.stepwise.web.internal.typed.RegisterDesk;

/** The shell of the container itself, with the commands on registers. */
final class Shell {
    private final SessionFactoryImpl shell = new SessionFactoryImpl(new ThreadIOImpl()) {
        /** Words reach commands as texts, which the container sees to together with who may call them. */
        @Override
        protected Function wrap(Command command) {
            var plain = super.wrap(command);
            return (session, words) ->
                    plain.execute(session, words.stream().map(Shell::text).collect(Collectors.toList()));
        }
    };

    private static Object text(Object word) {
        return word instanceof CharSequence ? word.toString() : word;
    }

    Shell(Platform platform) {
        var services = new Object[] {
            platform.service(ConsoleCaller.class),
            platform.service(OpenRegisters.class),
            platform.service(Registers.class),
            platform.service(RegisterDesk.class),
            platform.service(Texts.class),
            new OptionsAnywhere()
        };
        for (var service : services) {
            shell.getRegistry().register(service);
        }
        var manager = new ManagerImpl(shell.getRegistry(), shell.getRegistry());
        for (var command : List.of(
                ListCommand.class,
                ShowCommand.class,
                CreateCommand.class,
                ChangeCommand.class,
                ActCommand.class,
                DescribeCommand.class,
                ListCompleter.class,
                RowCompleter.class,
                VerbCompleter.class,
                FieldCompleter.class,
                ColumnCompleter.class)) {
            manager.register(command);
        }
    }

    /** What a line prints; a refusal comes out as it is. */
    String say(String line) throws Exception {
        var said = new ByteArrayOutputStream();
        var out = new PrintStream(said, true, StandardCharsets.UTF_8);
        var session = shell.create(new ByteArrayInputStream(new byte[0]), out, out);
        try {
            session.execute(line);
        } finally {
            session.close();
        }
        return said.toString(StandardCharsets.UTF_8);
    }

    /** What is offered at the end of a line. */
    List<String> offers(String line) {
        var out = new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8);
        var session = shell.create(new ByteArrayInputStream(new byte[0]), out, out);
        var name = line.substring(0, line.indexOf(' '));
        var command = shell.getRegistry().getCommands().stream()
                .filter(each -> name.equals(each.getScope() + ":" + each.getName()))
                .findFirst()
                .orElseThrow();
        return offers(command, session, line);
    }

    private static List<String> offers(Command command, Session session, String line) {
        var candidates = new ArrayList<Candidate>();
        var typed = new DefaultParser().parse(session, line, line.length());
        command.getCompleter(false).completeCandidates(session, typed, candidates);
        return candidates.stream().map(Candidate::value).map(String::strip).toList();
    }
}
