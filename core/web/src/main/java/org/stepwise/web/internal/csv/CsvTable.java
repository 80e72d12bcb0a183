package org.stepwise.web.internal.csv;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.stepwise.data.Cells;
import org.stepwise.error.Quoted;
import org.stepwise.error.Rejected;
import org.stepwise.web.Description;

/**
 * Documents read from CSV. The first row names fields; {@code lines.product} is the field {@code product} of a line. A
 * row whose document fields are all empty is one more line of the document above it.
 */
final class CsvTable {
    /** The most rows one request may bring, because they are one transaction. */
    static final int MOST_ROWS = 10_000;

    private static final String MALFORMED = "erp.import.malformed";

    private CsvTable() {}

    /**
     * A document as it was entered.
     *
     * @param row of the file where it begins
     * @param wrong what is wrong with the row as such, so that nothing in it was read; null when nothing is
     */
    record Entry(long row, ObjectNode entered, String wrong) {}

    static List<Entry> read(Description description, InputStream csv) {
        var strict = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        var entries = new ArrayList<Entry>();
        try (var rows = CsvReader.builder()
                .skipEmptyLines(true)
                // What has too few or too many is told with all else that is wrong.
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .detectBomHeader(false)
                .ofCsvRecord(new InputStreamReader(csv, strict))) {
            List<String> header = null;
            for (var row : rows) {
                if (header == null) {
                    header = header(row.getFields());
                } else {
                    take(description, header, row.getStartingLineNumber(), row.getFields(), entries);
                }
            }
        } catch (CsvParseException | UncheckedIOException | java.io.IOException malformed) {
            throw new Rejected(MALFORMED, "the file is no CSV in UTF-8 with commas: " + malformed.getMessage());
        }
        if (entries.isEmpty()) {
            throw new Rejected(
                    MALFORMED, "the file has no rows; its first row names the fields, the others hold values");
        }
        return entries;
    }

    private static List<String> header(List<String> cells) {
        var names =
                cells.stream().map(cell -> cell.replace("\uFEFF", "").strip()).toList();
        if (new HashSet<>(names).size() < names.size()) {
            throw new Rejected(MALFORMED, "the first row names a field twice: " + Quoted.of(String.join(", ", names)));
        }
        return names;
    }

    private static void take(
            Description description, List<String> header, long number, List<String> cells, List<Entry> entries) {
        if (entries.size() >= MOST_ROWS) {
            throw new Rejected(MALFORMED, "more than " + MOST_ROWS + " documents in one file; split it");
        }
        if (cells.size() != header.size()) {
            // Nobody can say whether it begins a document.
            entries.add(new Entry(
                    number,
                    JsonNodeFactory.instance.objectNode(),
                    "has " + cells.size() + " cells where the first row has " + header.size()));
            return;
        }
        var prefix = description.lines() == null ? null : description.lines().name() + ".";
        var document = JsonNodeFactory.instance.objectNode();
        var line = JsonNodeFactory.instance.objectNode();
        for (var column = 0; column < cells.size(); column++) {
            if (cells.get(column).isEmpty()) {
                continue;
            }
            var name = header.get(column);
            var text = Cells.text(cells.get(column));
            if (prefix != null && name.startsWith(prefix)) {
                line.put(name.substring(prefix.length()), text);
            } else {
                document.put(name, text);
            }
        }
        if (!document.isEmpty() || line.isEmpty() || entries.isEmpty()) {
            entries.add(new Entry(number, document, null));
        }
        if (!line.isEmpty()) {
            var last = entries.get(entries.size() - 1).entered();
            last.withArray(description.lines().name()).add(line);
        }
    }
}
