package org.stepwise.web.internal.console;

import java.util.List;
import java.util.stream.Stream;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.Parsing;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.stepwise.console.Listing;
import org.stepwise.console.OptionsAnywhere;
import org.stepwise.web.Column;
import org.stepwise.web.ValueType;
import org.stepwise.web.internal.register.ListGrammar;
import org.stepwise.web.internal.typed.RegisterDesk;

/** The rows of a list. */
@Service
@Command(scope = "erp", name = "list", description = "Lists rows, such as: erp:list crm.orders status=DRAFT")
@Parsing(OptionsAnywhere.class)
public final class ListCommand extends RegisterCommand {
    @Argument(
            index = 1,
            name = "where",
            multiValued = true,
            description = "column=value, or column:operator:value with eq, ne, lt, le, gt, ge, contains, in")
    @Completion(ColumnCompleter.class)
    List<String> where = List.of();

    @Option(name = "--sort", multiValued = true, description = "A column, -column for the last first")
    List<String> sort = List.of();

    @Option(name = "--columns", description = "Which, between commas; otherwise all that are no reference")
    String columns;

    @Option(name = "--limit", description = "The most rows")
    int limit = ListGrammar.USUAL_LIMIT;

    @Override
    protected void run() {
        var rows = desk.list(register, new RegisterDesk.Asked(where, sort, limit));
        var shown = columns == null ? columns() : List.of(columns.split("\\s*,\\s*"));
        var listing = new Listing(shown.toArray(String[]::new));
        if (json && columns == null) {
            printJson(rows);
            return;
        }
        rows.forEach(row -> listing.row(shown.stream().map(row::get).toArray()));
        listing.print(out(), json);
    }

    private List<String> columns() {
        var told = desk.register(register).description().columns().stream()
                .filter(column -> column.type() != ValueType.REFERENCE)
                .map(Column::name);
        return Stream.concat(Stream.of("id"), told).toList();
    }
}
