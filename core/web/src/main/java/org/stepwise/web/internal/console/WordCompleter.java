package org.stepwise.web.internal.console;

import java.util.List;
import java.util.stream.Stream;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.console.CommandLine;
import org.apache.karaf.shell.api.console.Completer;
import org.apache.karaf.shell.api.console.Session;
import org.stepwise.console.TypedLine;
import org.stepwise.security.ConsoleCaller;
import org.stepwise.web.Description;
import org.stepwise.web.OpenRegisters;
import org.stepwise.web.ValueType;

/** Words that the register typed before knows; those that end with an equals sign want a value behind it. */
abstract class WordCompleter implements Completer {
    @Reference
    OpenRegisters registers;

    @Reference
    ConsoleCaller caller;

    /** @param typed all words of the line */
    abstract Stream<String> words(Description register, List<String> typed);

    @Override
    public final int complete(Session session, CommandLine line, List<String> candidates) {
        var begun = TypedLine.begun(line);
        caller
                .run(() -> TypedLine.register(registers, line)
                        .map(register -> words(register, List.of(line.getArguments())))
                        .orElse(TypedLine.taken(line).stream())
                        .toList())
                .stream()
                .filter(word -> word.startsWith(begun))
                .map(word -> word.endsWith("=") ? word : word + " ")
                .forEach(candidates::add);
        return candidates.isEmpty() ? -1 : line.getBufferPosition() - line.getArgumentPosition();
    }

    /** With the values that can be chosen. */
    static Stream<String> assignments(String name, ValueType type, List<String> choices) {
        var values = type == ValueType.FLAG ? List.of("true", "false") : choices;
        return values.isEmpty() ? Stream.of(name + "=") : values.stream().map(value -> name + "=" + value);
    }
}
