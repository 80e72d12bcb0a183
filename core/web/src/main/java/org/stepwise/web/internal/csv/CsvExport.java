package org.stepwise.web.internal.csv;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Map;
import javax.ws.rs.core.StreamingOutput;
import org.stepwise.data.Amounts;
import org.stepwise.data.Cells;
import org.stepwise.web.Column;
import org.stepwise.web.ListQuery;
import org.stepwise.web.Page;
import org.stepwise.web.Register;

/**
 * A list as CSV, read page by page: a million rows need no more memory than one page. What came from people as text is
 * no formula in it, and {@link CsvTable} reads it as it was.
 */
public final class CsvExport implements StreamingOutput {
    private static final int PAGE = 500;

    private final Register register;
    private final ListQuery query;
    private final Page first;

    /** Reads the first page at once, so that a refusal is still an answer of its own. */
    public CsvExport(Register register, ListQuery query) {
        this.register = register;
        this.query = query;
        this.first = register.list(from(query.after()));
    }

    private ListQuery from(String after) {
        return new ListQuery(PAGE, after, query.sort(), query.filters(), query.beside());
    }

    @Override
    public void write(OutputStream out) throws IOException {
        var columns = register.description().columns();
        var text = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
        var csv = CsvWriter.builder().build(text);
        var names = new ArrayList<String>();
        names.add("id");
        columns.stream()
                .filter(Column::told)
                .map(Column::name)
                .filter(name -> !name.equals("id"))
                .forEach(names::add);
        csv.writeRecord(names);
        var page = first;
        while (true) {
            for (var row : page.items()) {
                csv.writeRecord(names.stream().map(name -> cell(row, name)).toList());
            }
            csv.flush();
            if (page.next() == null) {
                return;
            }
            page = register.list(from(page.next()));
        }
    }

    private static String cell(Map<String, Object> row, String name) {
        var value = row.get(name);
        if (value == null) {
            return "";
        }
        if (value instanceof BigDecimal number) {
            return Amounts.plain(number);
        }
        return value instanceof Number ? value.toString() : Cells.neutral(value.toString());
    }
}
