package org.stepwise.web.internal.csv;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.ws.rs.core.StreamingOutput;
import org.stepwise.data.Amounts;
import org.stepwise.data.Cells;
import org.stepwise.data.Id;
import org.stepwise.error.NotFound;
import org.stepwise.web.Column;
import org.stepwise.web.Description;
import org.stepwise.web.Field;
import org.stepwise.web.ListQuery;
import org.stepwise.web.Page;
import org.stepwise.web.Register;
import org.stepwise.web.ValueType;
import org.stepwise.web.internal.register.Documents;

/**
 * A list as CSV, read page by page: a million rows need no more memory than one page. What came from people as text is
 * no formula in it, and {@link CsvTable} reads it as it was. With lines each document is looked up, and is as many rows
 * as it has lines, in the form that {@link CsvTable} reads.
 */
public final class CsvExport implements StreamingOutput {
    private static final int PAGE = 500;
    private static final String ID = "id";

    private final Register register;
    private final ListQuery query;
    private final Page first;
    private final Documents documents;
    private final Description description;
    private final List<Cell> ofRows;
    private final List<Cell> ofLines;

    /** @param isNumber whether it is written as it is, for no person has typed it as text */
    private record Cell(String name, boolean isNumber) {}

    /** Reads the first page at once, so that a refusal is still an answer of its own. */
    public CsvExport(Register register, ListQuery query) {
        this(register, query, null);
    }

    /** @param documents to look them up with their lines; null for the list alone */
    public CsvExport(Register register, ListQuery query, Documents documents) {
        this.register = register;
        this.query = query;
        this.description = register.description();
        this.documents = description.lines() == null ? null : documents;
        this.first = register.list(from(query.after()));
        this.ofRows = Stream.concat(
                        Stream.of(new Cell(ID, false)),
                        cells(description.columns(), this.documents == null ? List.of() : description.fields())
                                .filter(cell -> !cell.name.equals(ID)))
                .toList();
        this.ofLines = this.documents == null
                ? List.of()
                : cells(description.lines().columns(), description.lines().fields())
                        .toList();
    }

    /** What is shown, and what is entered and not among it. */
    private static Stream<Cell> cells(List<Column> columns, List<Field> fields) {
        var shown = columns.stream().map(Column::name).toList();
        return Stream.concat(
                        columns.stream().filter(Column::told).map(each -> cell(each.name(), each.type())),
                        fields.stream()
                                .filter(field -> !shown.contains(field.name())
                                        && !field.on().equals("change"))
                                .map(each -> cell(each.name(), each.type())))
                .distinct();
    }

    private static Cell cell(String name, ValueType type) {
        return new Cell(name, type == ValueType.NUMBER || type == ValueType.AMOUNT || type == ValueType.QUANTITY);
    }

    private ListQuery from(String after) {
        return new ListQuery(PAGE, after, query.sort(), query.filters(), query.beside());
    }

    @Override
    public void write(OutputStream out) throws IOException {
        var text = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
        var csv = CsvWriter.builder().build(text);
        csv.writeRecord(Stream.concat(
                        ofRows.stream().map(Cell::name),
                        ofLines.stream().map(cell -> description.lines().name() + "." + cell.name))
                .toList());
        var page = first;
        while (true) {
            for (var row : page.items()) {
                write(csv, row);
            }
            csv.flush();
            if (page.next() == null) {
                return;
            }
            page = register.list(from(page.next()));
        }
    }

    private void write(CsvWriter csv, Map<String, Object> row) {
        var whole = documents == null ? row : document(row);
        List<Map<String, Object>> lines =
                documents == null ? List.of() : description.lines().of(whole);
        csv.writeRecord(record(whole, lines.isEmpty() ? Map.of() : lines.get(0)));
        lines.stream().skip(1).forEach(line -> csv.writeRecord(record(Map.of(), line)));
    }

    /** What went while the list was read is told as the list had it. */
    private Map<String, Object> document(Map<String, Object> row) {
        try {
            var whole = documents.plain(register.find(Id.parse(row.get(ID).toString())));
            whole.putAll(row);
            return whole;
        } catch (NotFound gone) {
            return row;
        }
    }

    private List<String> record(Map<String, Object> row, Map<String, Object> line) {
        return Stream.concat(
                        ofRows.stream().map(cell -> text(cell, row.get(cell.name))),
                        ofLines.stream().map(cell -> text(cell, line.get(cell.name))))
                .toList();
    }

    private static String text(Cell cell, Object value) {
        if (value == null) {
            return "";
        }
        if (value instanceof BigDecimal number) {
            return Amounts.plain(number);
        }
        return value instanceof Number || cell.isNumber ? value.toString() : Cells.neutral(value.toString());
    }
}
