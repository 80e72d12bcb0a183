package org.stepwise.activity.internal.console;

import java.util.Optional;
import org.apache.karaf.shell.api.console.CommandLine;
import org.stepwise.activity.Subject;
import org.stepwise.console.TypedLine;
import org.stepwise.web.OpenRegisters;

/** The row on a line that is being typed. */
final class TypedRow {
    private TypedRow() {}

    static Optional<Subject> of(OpenRegisters registers, CommandLine line) {
        return TypedLine.register(registers, line)
                .flatMap(register -> TypedLine.row(registers, line).map(row -> new Subject(register.name(), row)));
    }
}
