package org.stepwise.web.internal.csv;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import org.stepwise.data.Id;
import org.stepwise.web.Column;
import org.stepwise.web.Description;
import org.stepwise.web.Found;
import org.stepwise.web.ListQuery;
import org.stepwise.web.Page;
import org.stepwise.web.Register;
import org.stepwise.web.ValueType;

/** What is exported runs in no spreadsheet, and is the same when it is imported again. */
class CsvRoundTripTest {
    private static final String SIGNS = "=+-@\uff1d\uff0b\uff0d\uff20\t\r\n";

    @Provide
    Arbitrary<String> texts() {
        var sign =
                Arbitraries.of("=", "+", "-", "@", "\t", "\r", "\n", "'", " ", "\u00a0", "\ufeff", "\uff1d", "\"", ",");
        var plain = Arbitraries.of("a", "1", "\u00e9", "\ud83d\ude00", ";", "|");
        return Arbitraries.frequencyOf(Tuple.of(3, sign), Tuple.of(2, plain))
                .list()
                .ofMinSize(1)
                .ofMaxSize(8)
                .map(parts -> String.join("", parts));
    }

    @Property(tries = 2_000)
    void everyTextComesBackAndNoneIsRun(@ForAll("texts") String text) throws IOException {
        var csv = export(Map.of("name", text));

        assertThat(CsvTable.read(description(), new ByteArrayInputStream(csv.getBytes(StandardCharsets.UTF_8)))
                        .get(0)
                        .entered()
                        .path("name")
                        .textValue())
                .isEqualTo(text);
        var cell = csv.substring(csv.indexOf("X,") + 2).replaceFirst("^\"", "");
        assertThat(SIGNS).doesNotContain(cell.substring(0, 1));
        assertThat(SIGNS).doesNotContain((cell.replaceAll("[\\s\\p{Z}\\p{Cf}]", "") + "x").substring(0, 1));
    }

    @Example
    void numbersStayNumbersAndTextsOfPeopleBecomeTexts() throws IOException {
        var csv = export(Map.of("name", "=HYPERLINK(1)", "amount", new BigDecimal("-12.50"), "count", -3L));

        assertThat(csv.lines().skip(1)).containsExactly("X,'=HYPERLINK(1),-12.5,-3");
    }

    private static String export(Map<String, Object> values) throws IOException {
        var row = new HashMap<>(values);
        row.put("id", "X");
        var out = new ByteArrayOutputStream();
        new CsvExport(new OneRow(row), ListQuery.first(50)).write(out);
        return out.toString(StandardCharsets.UTF_8);
    }

    private static Description description() {
        return new Description(
                "crm",
                "things",
                null,
                List.of(
                        Column.of("name", ValueType.TEXT, "name"),
                        Column.of("amount", ValueType.AMOUNT, "amount"),
                        Column.of("count", ValueType.NUMBER, "count")),
                List.of(),
                null,
                "crm.thing.create",
                null,
                List.of());
    }

    /** A list of one row. */
    private record OneRow(Map<String, Object> row) implements Register {
        @Override
        public Description description() {
            return CsvRoundTripTest.description();
        }

        @Override
        public Page list(ListQuery query) {
            return new Page(List.of(row), null);
        }

        @Override
        public Found find(Id id) {
            throw new UnsupportedOperationException();
        }
    }
}
