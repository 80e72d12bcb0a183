package org.stepwise.web.internal.console;

import java.util.List;
import java.util.stream.Stream;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.stepwise.web.Column;
import org.stepwise.web.Description;

/** The columns by which the register that was typed before can be filtered. */
@Service
public final class ColumnCompleter extends WordCompleter {
    @Override
    Stream<String> words(Description register, List<String> typed) {
        return register.columns().stream()
                .filter(Column::filter)
                .flatMap(column -> assignments(column.name(), column.type(), column.choices()));
    }
}
