package org.stepwise.web.internal.form;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.stepwise.data.Id;
import org.stepwise.error.Rejected;
import org.stepwise.web.Description;
import org.stepwise.web.Field;
import org.stepwise.web.ValueType;
import org.stepwise.web.internal.json.Json;

class FormReaderTest {
    private static final Description ORDERS = new Description(
            "crm",
            "orders",
            "crm.order.read",
            List.of(),
            List.of(
                    Field.of("customer", ValueType.REFERENCE).must(),
                    Field.of("comment", ValueType.TEXT).atMost(10),
                    Field.of("date", ValueType.DATE),
                    Field.of("freight", ValueType.AMOUNT),
                    Field.of("urgent", ValueType.FLAG),
                    Field.choice("terms", "NET30", "CASH"),
                    Field.of("source", ValueType.TEXT).onCreate()),
            new Description.Lines(
                    "lines",
                    List.of(),
                    List.of(
                            Field.of("product", ValueType.TEXT).must(),
                            Field.of("quantity", ValueType.QUANTITY).must())),
            "crm.order.create",
            "crm.order.change",
            List.of());

    private static final String CUSTOMER = new Id(123456789L).toString();

    @Test
    void whatIsEnteredIsTyped() {
        var form = FormReader.create(
                ORDERS,
                json("{'customer':'%s','comment':' fast ','date':'2026-11-21','freight':'12.50','urgent':true,"
                        + "'terms':'CASH','lines':[{'product':'A','quantity':3},{'product':'B','quantity':'0.5'}]}"));

        assertThat(form.id("customer")).isEqualTo(Id.parse(CUSTOMER));
        assertThat(form.text("comment")).isEqualTo("fast");
        assertThat(form.day("date")).isEqualTo(LocalDate.of(2026, 11, 21));
        assertThat(form.decimal("freight")).isEqualByComparingTo("12.50");
        assertThat(form.flag("urgent")).isTrue();
        assertThat(form.text("terms")).isEqualTo("CASH");
        assertThat(form.lines("lines"))
                .extracting(line -> line.decimal("quantity"))
                .containsExactly(new BigDecimal("3"), new BigDecimal("0.5"));
    }

    @Test
    void whatIsAbsentIsNullAndWhatIsNullIsKnownToBeSent() {
        var form = FormReader.create(ORDERS, json("{'customer':'%s','comment':null}"));

        assertThat(form.has("comment")).isTrue();
        assertThat(form.has("date")).isFalse();
        assertThat(form.day("date")).isNull();
        assertThat(form.lines("lines")).isEmpty();
    }

    @Test
    void everythingWrongIsToldAtOnceWithItsPlace() {
        var refused = refusedFor("{'comment':'far too long a text','freight':'abc','other':1,"
                + "'lines':[{'product':'A','quantity':1},{'quantity':'x'}, 7]}");

        assertThat(refused.code()).isEqualTo("erp.form.invalid");
        assertThat(refused.fields())
                .containsOnlyKeys(
                        "customer", "comment", "freight", "other", "lines[1].product", "lines[1].quantity", "lines[2]");
    }

    @Test
    void jsonNumbersKeepEveryDigit() {
        var form = FormReader.create(ORDERS, json("{'customer':'%s','freight':123456789012345.1234}"));

        assertThat(form.decimal("freight")).isEqualTo(new BigDecimal("123456789012345.1234"));
    }

    @ParameterizedTest
    @CsvSource({
        "1e400, exponent",
        "1.00001, too many decimals",
        "1234567890123456, too many digits",
        "NaN, not a number",
        "0x10, hexadecimal",
        "'1,5', comma",
        "'١٢', other digits"
    })
    void aDecimalThatCannotBeKeptIsRefused(String entered, String why) {
        var refused = refusedFor("{'customer':'%s','freight':'" + entered + "'}");

        assertThat(refused.fields()).as(why).containsOnlyKeys("freight");
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-02-30", "21.11.2026", "2026-11-21T00:00:00Z", "0001-01-01", "99999-01-01"})
    void aDayThatIsNoneIsRefused(String entered) {
        assertThat(refusedFor("{'customer':'%s','date':'" + entered + "'}").fields())
                .containsOnlyKeys("date");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{'customer':true}", "{'customer':'short'}", "{'customer':{}}", "{'customer':''}"})
    void anIdThatIsNoneIsRefused(String entered) {
        assertThat(refusedFor(entered).fields()).containsOnlyKeys("customer");
    }

    @Test
    void aFieldForCreatingIsNotOneForChanging() {
        var refused = catchThrowableOfType(
                Rejected.class, () -> FormReader.change(ORDERS, json("{'customer':'%s','source':'fair'}")));

        assertThat(refused.fields()).isEqualTo(Map.of("source", "is not a field of this form"));
    }

    @Test
    void aBodyThatIsNoObjectIsMalformed() {
        assertThat(refusedFor("[1]").code()).isEqualTo("erp.request.malformed");
    }

    @Test
    void anActWithoutFieldsTakesNoBody() {
        var verb = new Description.Verb("confirm", "crm.order.confirm", Map.of(), List.of());

        assertThat(FormReader.act(verb, null).has("anything")).isFalse();
    }

    private static Rejected refusedFor(String entered) {
        return catchThrowableOfType(Rejected.class, () -> FormReader.create(ORDERS, json(entered)));
    }

    private static JsonNode json(String text) {
        try {
            return Json.mapper().readTree(text.replace('\'', '"').replace("%s", CUSTOMER));
        } catch (JsonProcessingException malformed) {
            throw new AssertionError(malformed);
        }
    }
}
