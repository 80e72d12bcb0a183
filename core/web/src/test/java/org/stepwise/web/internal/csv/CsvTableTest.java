package org.stepwise.web.internal.csv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.stepwise.error.Rejected;
import org.stepwise.web.Description;

class CsvTableTest {
    private static final Description ORDERS = new Description(
            "crm",
            "orders",
            null,
            List.of(),
            List.of(),
            new Description.Lines("lines", List.of(), List.of()),
            "crm.order.create",
            null,
            List.of());

    @Test
    void rowsWithoutDocumentFieldsAreMoreLinesOfTheDocumentAbove() {
        var entries = read("customer,lines.product,lines.quantity\nACME,A,1\n,B,2\nBetaCo,C,3\n");

        assertThat(entries).hasSize(2);
        assertThat(entries.get(0).row()).isEqualTo(2);
        assertThat(entries.get(0).entered().toString())
                .isEqualTo("{\"customer\":\"ACME\",\"lines\":[{\"product\":\"A\",\"quantity\":\"1\"},"
                        + "{\"product\":\"B\",\"quantity\":\"2\"}]}");
        assertThat(entries.get(1).row()).isEqualTo(4);
    }

    @Test
    void quotedCellsAndAByteOrderMarkAreUnderstood() {
        var entries = read("\uFEFFname,note\r\n\"Smith, Jones\",\"said \"\"no\"\"\"\r\n");

        assertThat(entries.get(0).entered().toString())
                .isEqualTo("{\"name\":\"Smith, Jones\",\"note\":\"said \\\"no\\\"\"}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "name\n", "name,name\nA,B\n"})
    void aFileThatIsNoTableIsRefused(String csv) {
        assertThatThrownBy(() -> read(csv)).isInstanceOf(Rejected.class);
    }

    /** It is told with whatever else is wrong with the file. */
    @Test
    void aRowWithTooFewOrTooManyCellsIsAFaultOfItsOwn() {
        var entries = read("name,city\nA\nB,Baku\nC,Cork,Clare\n");
        assertThat(entries)
                .extracting(CsvTable.Entry::wrong)
                .containsExactly(
                        "has 1 cells where the first row has 2", null, "has 3 cells where the first row has 2");
    }

    @Test
    void otherEncodingsAreRefusedAndNotGuessed() {
        var latin = "name\nM\u00fcller\n".getBytes(StandardCharsets.ISO_8859_1);

        assertThatThrownBy(() -> CsvTable.read(ORDERS, new ByteArrayInputStream(latin)))
                .isInstanceOf(Rejected.class)
                .hasMessageContaining("UTF-8");
    }

    private static List<CsvTable.Entry> read(String csv) {
        return CsvTable.read(ORDERS, new ByteArrayInputStream(csv.getBytes(StandardCharsets.UTF_8)));
    }
}
