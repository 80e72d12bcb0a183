package org.stepwise.web.internal.history;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.stepwise.data.Id;
import org.stepwise.log.history.History;
import org.stepwise.log.history.History.Told;
import org.stepwise.record.Described;
import org.stepwise.record.RecordName;
import org.stepwise.record.Stated;
import org.stepwise.web.Column;
import org.stepwise.web.ValueType;
import org.stepwise.web.internal.history.Timeline.Change;
import org.stepwise.web.internal.register.DescriptionView.Choice;
import org.stepwise.web.internal.register.DescriptionView.ColumnView;
import org.stepwise.web.internal.register.Texts;

/** What one event says, field by field, in the words of its texts. */
final class Fields {
    private static final int MOST_LINES = 100;

    private final References references;
    private final Id row;
    private final Told told;
    private final Texts.Speaker texts;
    private final String name;

    Fields(References references, Id row, Told told, Texts.Speaker texts) {
        this.references = references;
        this.row = row;
        this.told = told;
        this.texts = texts;
        this.name = isDescribed()
                ? RecordName.of(told.kind().event().asSubclass(Record.class)).plural()
                : told.kind().type().substring(told.kind().type().indexOf('.') + 1);
    }

    private boolean isDescribed() {
        return told.kind().event() != null && told.kind().event().isAnnotationPresent(Described.class);
    }

    String title() {
        if (told.before() != null) {
            var what = isArchived(told.now()) == isArchived(told.before())
                    ? "changed"
                    : isArchived(told.now()) ? "archived" : "restored";
            return texts.say(name + "." + what, what);
        }
        return isDescribed() ? texts.say(name + ".recorded", "recorded") : texts.say(name, name);
    }

    private boolean isArchived(JsonNode said) {
        return isDescribed() && said.path("archived").asBoolean();
    }

    /** What is different now, or all that was said; nothing of an event that no module here knows. */
    List<Change> changes() {
        if (told.kind().event() == null) {
            return List.of();
        }
        return components().filter(this::isTold).flatMap(this::changes).toList();
    }

    /** Of values by name, such as those of attributes, each is a field of the row. */
    private Stream<Change> changes(RecordComponent component) {
        var said = now(component);
        return said.isObject() && !isErased(said) && component.getType() == Map.class
                ? said.properties().stream().map(this::named)
                : Stream.of(change(component));
    }

    private Change named(Map.Entry<String, JsonNode> value) {
        var column = references.column(inRow(value.getKey()));
        var said = said(value.getValue());
        return new Change(
                value.getKey(),
                column.map(Column::title).orElse(value.getKey()),
                column.map(Column::type).orElse(ValueType.TEXT).name().toLowerCase(Locale.ROOT),
                column.map(Column::register).orElse(null),
                List.of(),
                List.of(),
                null,
                said,
                false,
                0);
    }

    /** Of a described record what it says, and whether it is archived once that changes. */
    private Stream<RecordComponent> components() {
        var said = Arrays.stream(told.kind().event().getRecordComponents());
        return isDescribed() && told.before() != null
                ? Stream.concat(
                        said,
                        Arrays.stream(Stated.class.getRecordComponents())
                                .filter(component -> component.getType() == boolean.class))
                : said;
    }

    private boolean isTold(RecordComponent component) {
        var now = now(component);
        var before = before(component);
        var isRow = component.getType() == Id.class && now.asText().equals(row.toString())
                || component.getName().equals("register") && references.isOf(now.asText());
        return !isRow && (told.before() == null ? !isNothing(now) : !same(now, before));
    }

    private JsonNode now(RecordComponent component) {
        return told.now().path(component.getName());
    }

    private JsonNode before(RecordComponent component) {
        return told.before() == null
                ? JsonNodeFactory.instance.nullNode()
                : told.before().path(component.getName());
    }

    private static boolean isNothing(JsonNode value) {
        return value.isMissingNode() || value.isNull() || value.isArray() && value.isEmpty();
    }

    private static boolean same(JsonNode now, JsonNode before) {
        return isNothing(now) ? isNothing(before) : now.equals(before);
    }

    private Change change(RecordComponent component) {
        var element = element(component.getGenericType());
        var many = element != null;
        var lines = many && element instanceof Class<?> type && type.isRecord() && type != Id.class;
        var view = view(component.getName(), many ? element : component.getType());
        var now = now(component);
        var before = before(component);
        return new Change(
                component.getName(),
                view.title(),
                lines ? "lines" : many ? "list" : view.type(),
                view.list(),
                view.choices(),
                lines ? columns((Class<?>) element, now) : List.of(),
                lines ? spread(value(before), (Class<?>) element) : value(before),
                lines ? spread(value(now), (Class<?>) element) : value(now),
                isErased(now) || isErased(before),
                now.isArray() ? now.size() : 0);
    }

    /** The type of what a list or a set holds, or null. */
    private static Type element(Type type) {
        return type instanceof ParameterizedType several
                        && several.getRawType() instanceof Class<?> raw
                        && Collection.class.isAssignableFrom(raw)
                ? several.getActualTypeArguments()[0]
                : null;
    }

    private static boolean isErased(JsonNode value) {
        return value.has(History.ERASED);
    }

    private static JsonNode value(JsonNode value) {
        if (isNothing(value) || isErased(value)) {
            return null;
        }
        if (!value.isArray()) {
            return value;
        }
        var some = JsonNodeFactory.instance.arrayNode();
        value.forEach(each -> add(some, each));
        return some;
    }

    private static void add(ArrayNode some, JsonNode each) {
        if (some.size() < MOST_LINES) {
            some.add(each instanceof ObjectNode line ? withoutErased(line) : each);
        }
    }

    private static ObjectNode withoutErased(ObjectNode line) {
        var shown = line.deepCopy();
        shown.properties().removeIf(field -> isErased(field.getValue()));
        return shown;
    }

    private List<ColumnView> columns(Class<?> line, JsonNode lines) {
        return Arrays.stream(line.getRecordComponents())
                .flatMap(component -> component.getType() == Map.class
                        ? named(component.getName(), lines)
                        : Stream.of(view(component.getName(), component.getType())))
                .toList();
    }

    /** Of values by name each is a column. */
    private Stream<ColumnView> named(String component, JsonNode lines) {
        var names = new TreeSet<String>();
        lines.forEach(line -> line.path(component).fieldNames().forEachRemaining(names::add));
        return names.stream().map(value -> {
            var column = references.ofLines(inRow(value));
            return new ColumnView(
                    inRow(value),
                    column.map(Column::title).orElse(value),
                    column.map(Column::type).orElse(ValueType.TEXT).name().toLowerCase(Locale.ROOT),
                    List.of(),
                    column.map(Column::register).orElse(null),
                    false,
                    false);
        });
    }

    /** As the row itself calls it. */
    private String inRow(String value) {
        return told.kind().owner() + "_" + value;
    }

    private JsonNode spread(JsonNode lines, Class<?> line) {
        if (lines != null) {
            Arrays.stream(line.getRecordComponents())
                    .filter(component -> component.getType() == Map.class)
                    .forEach(component -> lines.forEach(each -> spread((ObjectNode) each, component.getName())));
        }
        return lines;
    }

    private void spread(ObjectNode line, String component) {
        line.path(component).properties().forEach(value -> line.set(inRow(value.getKey()), said(value.getValue())));
        line.remove(component);
    }

    private static JsonNode said(JsonNode value) {
        return value.asText().isEmpty() ? null : value;
    }

    private ColumnView view(String field, Type type) {
        var title = Stream.of(name + "." + field, field)
                .map(texts::find)
                .flatMap(java.util.Optional::stream)
                .findFirst()
                .orElseGet(() -> texts.say(field, field));
        var choices = choices(field);
        var shown = choices.isEmpty() ? type(field, type) : ValueType.CHOICE;
        var list = type == Id.class
                ? references.register(told.kind().owner(), field).orElse(null)
                : null;
        return new ColumnView(field, title, shown.name().toLowerCase(Locale.ROOT), choices, list, false, false);
    }

    /** Values with texts of their own, {@code kind.GOODS}, are choices. */
    private List<Choice> choices(String field) {
        return Stream.concat(values(told.now(), field), values(told.before(), field))
                .distinct()
                .map(value -> texts.find(field + "." + value)
                        .map(title -> new Choice(value, title))
                        .orElse(null))
                .filter(Objects::nonNull)
                .toList();
    }

    private static Stream<String> values(JsonNode said, String field) {
        return said == null
                ? Stream.empty()
                : said.findValues(field).stream()
                        .flatMap(value -> value.isArray() ? elements(value) : Stream.of(value))
                        .filter(JsonNode::isTextual)
                        .map(JsonNode::textValue);
    }

    private static Stream<JsonNode> elements(JsonNode list) {
        return Stream.iterate(0, i -> i + 1).limit(list.size()).map(list::get);
    }

    private ValueType type(String field, Type type) {
        if (type == Id.class) {
            return ValueType.REFERENCE;
        }
        if (type == LocalDate.class) {
            return ValueType.DATE;
        }
        if (type == Instant.class) {
            return ValueType.MOMENT;
        }
        if (type == boolean.class || type == Boolean.class) {
            return ValueType.FLAG;
        }
        if (type == BigDecimal.class) {
            return references
                    .column(field)
                    .map(Column::type)
                    .filter(Fields::isNumber)
                    .orElse(ValueType.QUANTITY);
        }
        return type instanceof Class<?> plain && (plain.isPrimitive() || Number.class.isAssignableFrom(plain))
                ? ValueType.NUMBER
                : ValueType.TEXT;
    }

    private static boolean isNumber(ValueType type) {
        return type == ValueType.AMOUNT || type == ValueType.QUANTITY || type == ValueType.NUMBER;
    }
}
