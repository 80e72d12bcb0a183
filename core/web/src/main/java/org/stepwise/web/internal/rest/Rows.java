package org.stepwise.web.internal.rest;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.stepwise.web.Column;
import org.stepwise.web.Description;
import org.stepwise.web.Page;
import org.stepwise.web.ValueType;

/** A page of a list as JSON has it: numbers of columns as texts, so that no browser rounds them. */
final class Rows {
    private Rows() {}

    static Map<String, Object> of(Description description, Page page) {
        var numbers = description.columns().stream()
                .filter(column -> column.type() == ValueType.NUMBER)
                .map(Column::name)
                .collect(Collectors.toCollection(HashSet::new));
        List<Map<String, Object>> items = new ArrayList<>(page.items().size());
        for (var row : page.items()) {
            var item = new LinkedHashMap<>(row);
            numbers.forEach(name -> item.computeIfPresent(name, (key, value) -> text(value)));
            items.add(item);
        }
        var answer = new LinkedHashMap<String, Object>();
        answer.put("items", items);
        answer.put("next", page.next());
        return answer;
    }

    private static Object text(Object value) {
        return value instanceof Long || value instanceof Integer || value instanceof Short ? value.toString() : value;
    }
}
