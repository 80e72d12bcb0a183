package org.stepwise.web.internal.register;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.stepwise.data.Id;
import org.stepwise.data.TableList;
import org.stepwise.error.Rejected;
import org.stepwise.input.Input;
import org.stepwise.input.Naming;
import org.stepwise.input.Shape;
import org.stepwise.input.field.Max;
import org.stepwise.input.field.Must;
import org.stepwise.input.field.OnCreate;
import org.stepwise.input.field.Price;
import org.stepwise.input.field.Quantity;
import org.stepwise.input.field.Ref;
import org.stepwise.register.CommandRegister;
import org.stepwise.register.Reader;
import org.stepwise.register.Sheet;
import org.stepwise.web.Beside;
import org.stepwise.web.Column;
import org.stepwise.web.Description;
import org.stepwise.web.Field;
import org.stepwise.web.ListQuery;
import org.stepwise.web.Page;
import org.stepwise.web.ValueType;
import org.stepwise.web.internal.form.FormReader;

/** A register is made of the records that its verbs take. */
class SheetTest {
    private static final Id SUPPLIER = new Id(7);
    private static final NewPurchase KNOWN = new NewPurchase(
            SUPPLIER, Urgency.LOW, "as last time", null, List.of(new Line("A", BigDecimal.ONE, null, null)));

    private final List<Object> done = new ArrayList<>();
    private final CommandRegister purchases = new Purchases(done);

    public enum Urgency {
        LOW,
        HIGH
    }

    public record NewPurchase(
            @Must @OnCreate @Ref("masterdata.parties") Id supplier,
            Urgency urgency,
            @Max(20) String note,
            LocalDate on,
            @Must List<Line> lines) {}

    public record Line(
            @Must String product, @Must @Quantity BigDecimal quantity, @Price BigDecimal price, Integer of) {}

    public record Closed(@Must @Max(500) String reason, boolean forGood) {}

    private static final class Purchases extends CommandRegister {
        Purchases(List<Object> done) {
            super(Sheet.of("purchasing.purchases", "purchasing.read")
                    .create("purchasing.record", NewPurchase.class, wanted -> {
                        done.add(wanted);
                        return new Id(1);
                    })
                    .change(
                            "purchasing.record",
                            NewPurchase.class,
                            id -> {
                                done.add("asked what is known");
                                return KNOWN;
                            },
                            (id, version, wanted) -> done.add(wanted))
                    .verb("close", "purchasing.close", Sheet.status("OPEN"), Closed.class, (id, version, wanted) -> {
                        done.add(id);
                        done.add(version);
                        done.add(wanted);
                    })
                    .verb("hold", "purchasing.hold", Sheet.status("OPEN"), (id, version) -> done.add(id))
                    .find(id -> "purchase " + id, purchase -> 7));
        }
    }

    @Test
    void fieldsAreTheComponentsOfWhatVerbsTake() {
        Description description = purchases.description();
        assertThat(description.fields().stream().map(SheetTest::said))
                .containsExactly(
                        "supplier REFERENCE true 0 masterdata.parties create",
                        "urgency CHOICE false 0 null both",
                        "note TEXT false 20 null both",
                        "on DATE false 0 null both");
        assertThat(description.lines().name()).isEqualTo("lines");
        assertThat(description.lines().fields().stream().map(Field::name))
                .containsExactly("product", "quantity", "price", "of");
        assertThat(description.verbs())
                .satisfiesExactly(
                        verb -> {
                            assertThat(verb.name()).isEqualTo("close");
                            assertThat(verb.when()).containsEntry("status", List.of("OPEN"));
                            assertThat(verb.fields().stream().map(Field::name).collect(Collectors.joining(",")))
                                    .isEqualTo("reason,forGood");
                        },
                        verb -> assertThat(verb.fields()).isEmpty());
    }

    private static String said(Field field) {
        return field.name() + " " + field.type() + " " + field.required() + " " + field.max() + " " + field.register()
                + " " + field.on();
    }

    @Test
    void whatIsFilledInReachesTheVerb() throws Exception {
        purchases.create(FormReader.create(
                purchases.description(),
                json("{'supplier':'" + SUPPLIER + "','urgency':'HIGH','note':' now ','on':'2026-11-30',"
                        + "'lines':[{'product':'A','quantity':'2.5','price':'0','of':3}]}")));
        assertThat(done)
                .containsExactly(new NewPurchase(
                        SUPPLIER,
                        Urgency.HIGH,
                        "now",
                        LocalDate.of(2026, 11, 30),
                        List.of(new Line("A", new BigDecimal("2.500000"), new BigDecimal("0.000000"), 3))));
        done.clear();
        var closing = purchases.description().verbs().get(0);
        purchases.act(new Id(4), "close", 2, FormReader.act(closing, json("{'reason':'enough','forGood':true}")));
        assertThat(done).containsExactly(new Id(4), 2L, new Closed("enough", true));
    }

    @Test
    void whatAChangeLeavesOutStaysAsItIsKnown() throws Exception {
        purchases.change(new Id(1), 0, FormReader.change(purchases.description(), json("{'note':null}")));
        assertThat(done)
                .containsExactly(
                        "asked what is known", new NewPurchase(SUPPLIER, Urgency.LOW, null, null, KNOWN.lines()));
    }

    @Test
    void whatIsKnownIsAskedOnlyByAFormThatLeavesSomethingOut() throws Exception {
        var sheet = new CommandRegister(Sheet.of("purchasing.purchases", "purchasing.read")
                .change(
                        "purchasing.record",
                        Closed.class,
                        id -> {
                            throw new AssertionError("asked");
                        },
                        (id, version, wanted) -> done.add(wanted))) {};
        sheet.change(new Id(1), 0, FormReader.change(sheet.description(), json("{'reason':'enough','forGood':true}")));
        assertThat(done).containsExactly(new Closed("enough", true));
    }

    @Test
    void aVerbWithNothingToSayAndAViewWithItsVersionNeedNoMoreThanTheirMethods() {
        var hold = purchases.description().verbs().get(1);
        purchases.act(new Id(4), "hold", -1, FormReader.act(hold, null));
        assertThat(done).containsExactly(new Id(4));
        assertThat(purchases.find(new Id(4)).view()).isEqualTo("purchase " + new Id(4));
        assertThat(purchases.find(new Id(4)).version()).isEqualTo(7);
    }

    @Test
    void allThatIsWrongIsToldAtOnce() {
        assertThatThrownBy(() -> FormReader.create(
                        purchases.description(),
                        json("{'urgency':'NEVER','note':'" + "x".repeat(21) + "','on':'0001-01-01',"
                                + "'lines':[{'product':'A','quantity':'0','price':'-1','of':0}]}")))
                .isInstanceOfSatisfying(Rejected.class, refused -> assertThat(refused.fields())
                        .containsOnlyKeys(
                                "supplier",
                                "urgency",
                                "note",
                                "on",
                                "lines[0].quantity",
                                "lines[0].price",
                                "lines[0].of"));
    }

    @Test
    void verbsAskTheSameOfWhoeverCallsThem() {
        var input = new Input("purchasing");
        var line = new Line("A", BigDecimal.ZERO, null, null);
        var wrong = new NewPurchase(null, null, "x".repeat(21), null, List.of(line));
        assertThatThrownBy(() -> input.checked(wrong))
                .isInstanceOfSatisfying(Rejected.class, refused -> assertThat(refused.fields())
                        .containsOnlyKeys("supplier", "note", "lines[0].quantity"));
        assertThat(input.checked(new NewPurchase(SUPPLIER, null, "  ", null, KNOWN.lines()))
                        .note())
                .isNull();
    }

    @Test
    void whatIsKnownIsNotAskedAgain() {
        var old = new NewPurchase(SUPPLIER, null, "x".repeat(21), null, KNOWN.lines());
        var wanted = new NewPurchase(SUPPLIER, Urgency.HIGH, "x".repeat(21), null, KNOWN.lines());
        assertThat(new Input("purchasing").checked(wanted, old)).isEqualTo(wanted);
    }

    /**
     * What is asked of tables beside the list's own goes on to who reads them, sorted by the list or by whoever asks.
     */
    @Test
    void aListThatSortsByItselfAsksForAllThatWasAsked() {
        var asked = new ArrayList<ListQuery>();
        var reader = (Reader) Proxy.newProxyInstance(
                Reader.class.getClassLoader(), new Class<?>[] {Reader.class}, (proxy, method, arguments) -> {
                    if (method.getName().equals("naming")) {
                        return Naming.UNASKED;
                    }
                    asked.add((ListQuery) arguments[2]);
                    return new Page(List.of(), null);
                });
        var list = new TableList(
                "purchasing.purchase",
                "id",
                List.of(Column.of("code", ValueType.TEXT, "code").sorted()));
        var register =
                new CommandRegister(Sheet.of("purchasing.purchases", "read").list(reader, list, "code")) {};
        var beside = List.of(new Beside("attributes.slots", "row_id", Map.of(), List.of()));
        register.list(ListQuery.first(5).where("colour", "red").beside(beside));
        assertThat(asked).singleElement().satisfies(query -> {
            assertThat(query.sort()).containsExactly("code");
            assertThat(query.filters()).hasSize(1);
            assertThat(query.beside()).isEqualTo(beside);
        });
    }

    @Test
    void whatSaysTooLittleIsNoShape() {
        assertThatThrownBy(() -> Shape.of(Vague.class)).hasMessageContaining("Vague.amount");
    }

    public record Vague(BigDecimal amount) {}

    @Test
    void aLimitThatItsBundleDoesNotSeeIsNoLimitLost() throws Exception {
        var bundle = new Bundle();
        var reason = Class.forName(Closed.class.getName(), false, bundle).asSubclass(Record.class);
        assertThat(reason.getRecordComponents()[0].getAnnotations()).isEmpty();
        assertThatThrownBy(() -> Shape.of(reason)).hasMessageContaining("import org.stepwise.input.field");
    }

    /** Defines the records of this test once more, and imports everything except what describes their components. */
    private static final class Bundle extends ClassLoader {
        Bundle() {
            super(SheetTest.class.getClassLoader());
        }

        @Override
        protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
            if (name.startsWith("org.stepwise.input.field.")) {
                throw new ClassNotFoundException(name);
            }
            if (!name.startsWith(SheetTest.class.getName())) {
                return super.loadClass(name, resolve);
            }
            try (var code = getResourceAsStream(name.replace('.', '/') + ".class")) {
                var bytes = code.readAllBytes();
                return defineClass(name, bytes, 0, bytes.length);
            } catch (IOException unreadable) {
                throw new ClassNotFoundException(name, unreadable);
            }
        }
    }

    private static JsonNode json(String text) throws Exception {
        return new ObjectMapper().readTree(text.replace('\'', '"'));
    }
}
