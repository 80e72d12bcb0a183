package org.stepwise.web.internal.register;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.stepwise.security.Caller;
import org.stepwise.web.Column;
import org.stepwise.web.Description;
import org.stepwise.web.Field;

/** A description as screens read it: texts in the reader's language, and only what the reader may do. */
public record DescriptionView(
        String name,
        String module,
        String plural,
        String title,
        String path,
        List<ColumnView> columns,
        List<FieldView> fields,
        LinesView lines,
        boolean create,
        boolean change,
        List<VerbView> verbs) {

    /** A column of the list. */
    public record ColumnView(
            String name, String title, String type, List<Choice> choices, String list, boolean filter, boolean sort) {}

    /** A field of a form. */
    public record FieldView(
            String name,
            String title,
            String type,
            boolean required,
            int max,
            List<Choice> choices,
            String list,
            String on) {}

    /** The lines of a document. */
    public record LinesView(String name, String title, List<FieldView> fields, List<ColumnView> columns) {}

    /** A business act. */
    public record VerbView(String name, String title, Map<String, List<String>> when, List<FieldView> fields) {}

    /** A value that can be chosen. */
    public record Choice(String value, String title) {}

    public static DescriptionView of(Description description, Caller caller, Texts.Speaker texts) {
        return new Writer(description.plural(), texts).write(description, caller);
    }

    /** Puts texts to names. */
    private record Writer(String plural, Texts.Speaker texts) {
        DescriptionView write(Description description, Caller caller) {
            var lines = description.lines();
            return new DescriptionView(
                    description.name(),
                    description.module(),
                    plural,
                    texts.say(plural + ".title", plural),
                    "/api/" + description.module() + "/" + plural,
                    description.columns().stream()
                            .filter(Column::told)
                            .map(this::column)
                            .toList(),
                    description.fields().stream().map(this::field).toList(),
                    lines == null ? null : lines(lines),
                    description.create() != null && caller.may(description.create()),
                    description.change() != null && caller.may(description.change()),
                    description.verbs().stream()
                            .filter(verb -> verb.permission() == null || caller.may(verb.permission()))
                            .map(this::verb)
                            .toList());
        }

        private LinesView lines(Description.Lines lines) {
            return new LinesView(
                    lines.name(),
                    title(lines.name()),
                    lines.fields().stream().map(this::field).toList(),
                    lines.columns().stream().map(this::column).toList());
        }

        private ColumnView column(Column column) {
            return new ColumnView(
                    column.name(),
                    title(column.name(), column.title()),
                    type(column.type()),
                    choices(column.name(), column.choices()),
                    column.register(),
                    column.filter(),
                    column.sort());
        }

        private FieldView field(Field field) {
            return new FieldView(
                    field.name(),
                    title(field.name(), field.title()),
                    type(field.type()),
                    field.required(),
                    field.max(),
                    choices(field.name(), field.choices()),
                    field.register(),
                    field.on());
        }

        private VerbView verb(Description.Verb verb) {
            return new VerbView(
                    verb.name(),
                    title(verb.name()),
                    verb.when(),
                    verb.fields().stream().map(this::field).toList());
        }

        private List<Choice> choices(String name, List<String> values) {
            return values.stream()
                    .map(value -> new Choice(value, texts.say(plural + "." + name + "." + value, value)))
                    .toList();
        }

        private String title(String name) {
            return title(name, name);
        }

        private String title(String name, String title) {
            return texts.say(plural + "." + name, name, title);
        }

        private static String type(Enum<?> type) {
            return type.name().toLowerCase(Locale.ROOT);
        }
    }
}
