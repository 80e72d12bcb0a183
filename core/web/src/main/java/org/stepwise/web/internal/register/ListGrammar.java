package org.stepwise.web.internal.register;

import com.fasterxml.jackson.databind.node.TextNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.stepwise.error.Quoted;
import org.stepwise.error.Rejected;
import org.stepwise.web.Column;
import org.stepwise.web.Description;
import org.stepwise.web.Field;
import org.stepwise.web.ListQuery;
import org.stepwise.web.ListQuery.Filter;
import org.stepwise.web.ListQuery.Operator;
import org.stepwise.web.ValueType;
import org.stepwise.web.internal.form.FieldReader;

/**
 * Reads {@code ?limit=50&after=…&sort=-date,name&filter=status:eq:DRAFT}: names and operators are looked up, values
 * are typed by their column, nothing is ever passed on as text of a query.
 */
public final class ListGrammar {
    /** The code of a list that was asked for wrongly. */
    public static final String INVALID = "erp.list.invalid";

    /** Whether a CSV has the lines of documents too. */
    public static final String LINES = "lines";

    /** Rows a page when nothing is said. */
    public static final int USUAL_LIMIT = 50;

    /** The most rows of one page. */
    public static final int MOST = 500;

    private static final int MOST_FILTERS = 20;
    private static final int LONGEST_VALUE = 2_000;
    private static final Set<String> KNOWN = Set.of("limit", "after", "sort", "filter", LINES);

    private final Description description;
    private final Map<String, String> wrong = new LinkedHashMap<>();

    private ListGrammar(Description description) {
        this.description = description;
    }

    public static ListQuery parse(Description description, Map<String, List<String>> parameters) {
        return new ListGrammar(description).read(parameters);
    }

    private ListQuery read(Map<String, List<String>> parameters) {
        parameters.keySet().stream()
                .filter(name -> !KNOWN.contains(name))
                .forEach(
                        name -> wrong.put(Quoted.of(name), "is not known; a list knows limit, after, sort and filter"));
        lines(single(parameters, LINES));
        var query = new ListQuery(
                limit(single(parameters, "limit")),
                single(parameters, "after"),
                sort(parameters.getOrDefault("sort", List.of())),
                filters(parameters.getOrDefault("filter", List.of())));
        if (!wrong.isEmpty()) {
            var first = wrong.entrySet().iterator().next();
            throw new Rejected(INVALID, "\"" + first.getKey() + "\": " + first.getValue(), wrong);
        }
        return query;
    }

    private String single(Map<String, List<String>> parameters, String name) {
        var values = parameters.getOrDefault(name, List.of());
        if (values.size() > 1) {
            wrong.put(name, "may be given once");
        }
        return values.isEmpty() || values.get(0).isBlank() ? null : values.get(0);
    }

    private void lines(String text) {
        if (text != null && (description.lines() == null || !text.equals("true") && !text.equals("false"))) {
            wrong.put(LINES, description.lines() == null ? "are not there in this list" : "is to be true or false");
        }
    }

    private int limit(String text) {
        if (text == null) {
            return USUAL_LIMIT;
        }
        var limit = text.matches("\\d{1,6}") ? Integer.parseInt(text) : 0;
        if (limit < 1 || limit > MOST) {
            wrong.put("limit", "is to be a number from 1 to " + MOST);
            return USUAL_LIMIT;
        }
        return limit;
    }

    private List<String> sort(List<String> texts) {
        var sorts = new ArrayList<String>();
        for (var text : texts) {
            for (var sort : text.split(",")) {
                if (!sort.isBlank()) {
                    sorts.add(sorted(sort.strip()));
                }
            }
        }
        return sorts;
    }

    private String sorted(String sort) {
        var name = sort.startsWith("-") ? sort.substring(1) : sort;
        var column = column(name);
        if (column == null || !column.sort()) {
            wrong.put("sort", "cannot be by \"" + Quoted.of(name) + "\"; " + known("by", Column::sort));
        }
        return sort;
    }

    private List<Filter> filters(List<String> texts) {
        if (texts.size() > MOST_FILTERS) {
            wrong.put("filter", "may be given " + MOST_FILTERS + " times at most");
            return List.of();
        }
        return texts.stream().map(this::filter).toList();
    }

    private Filter filter(String text) {
        var parts = text.split(":", 3);
        if (parts.length < 3) {
            wrong.put("filter", "is to be written column:operator:value, not \"" + Quoted.of(text) + "\"");
            return null;
        }
        var column = column(parts[0]);
        if (column == null || !column.filter()) {
            wrong.put("filter", "cannot be by \"" + Quoted.of(parts[0]) + "\"; " + known("by", Column::filter));
            return null;
        }
        var operator = operator(parts[1]);
        if (operator == null) {
            wrong.put(
                    "filter." + column.name(),
                    "knows eq, ne, lt, le, gt, ge, contains and in, not \"" + Quoted.of(parts[1]) + "\"");
            return null;
        }
        check(column, operator, parts[2]);
        return new Filter(column.name(), operator, parts[2]);
    }

    private static Operator operator(String text) {
        for (var operator : Operator.values()) {
            if (operator.name().toLowerCase(Locale.ROOT).equals(text)) {
                return operator;
            }
        }
        return null;
    }

    private void check(Column column, Operator operator, String value) {
        if (operator == Operator.CONTAINS && column.type() != ValueType.TEXT) {
            wrong.put("filter." + column.name(), "contains is for texts only");
            return;
        }
        if (value.length() > LONGEST_VALUE) {
            wrong.put("filter." + column.name(), "has a value of more than " + LONGEST_VALUE + " characters");
            return;
        }
        if (column.type() == ValueType.TEXT) {
            return;
        }
        var field = new Field(column.name(), "", column.type(), true, 0, column.choices(), null, "both");
        for (var each : operator == Operator.IN ? value.split(",", -1) : new String[] {value}) {
            checkOne(field, each);
        }
    }

    private void checkOne(Field field, String value) {
        try {
            if (FieldReader.read(field, TextNode.valueOf(value)) == null) {
                wrong.put("filter." + field.name(), "has no value");
            }
        } catch (FieldReader.Wrong refused) {
            wrong.put("filter." + field.name(), refused.getMessage());
        }
    }

    private Column column(String name) {
        return description.columns().stream()
                .filter(column -> column.name().equals(name))
                .findFirst()
                .orElse(null);
    }

    private String known(String by, java.util.function.Predicate<Column> may) {
        var names = description.columns().stream().filter(may).map(Column::name).toList();
        return names.isEmpty() ? "nothing is possible here" : "possible " + by + ": " + String.join(", ", names);
    }
}
