package org.stepwise.web.internal.console;

import java.util.List;
import java.util.stream.Stream;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.stepwise.web.Description;
import org.stepwise.web.internal.typed.RegisterDesk;

/** The fields of what is being typed: of the verb where one stands before, of a change, or of something new. */
@Service
public final class FieldCompleter extends WordCompleter {
    @Override
    Stream<String> words(Description register, List<String> typed) {
        var command = typed.get(0);
        if (command.endsWith("act")) {
            return typed.stream()
                    .flatMap(word -> RegisterDesk.verb(register, word).stream())
                    .limit(1)
                    .flatMap(verb -> verb.fields().stream())
                    .flatMap(field -> assignments(field.name(), field.type(), field.choices()));
        }
        var fields = RegisterDesk.fields(register, command.endsWith("change") ? "change" : "create")
                .flatMap(field -> assignments(field.name(), field.type(), field.choices()));
        return register.lines() == null ? fields : Stream.concat(fields, Stream.of("line="));
    }
}
