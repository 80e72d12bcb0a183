package org.stepwise.web;

import java.util.List;
import java.util.Map;

/**
 * One description a list and form: drives REST, screen, export and import.
 *
 * @param module and {@code plural} make the path {@code /api/<module>/<plural>} and the name {@code <module>.<plural>}
 * @param read the permission to list and see
 * @param fields of the form; empty when nothing can be created or changed
 * @param lines the lines of a document, or null
 * @param create the permission to create, or null when nobody can
 * @param change the permission to change, or null when nobody can
 */
public record Description(
        String module,
        String plural,
        String read,
        List<Column> columns,
        List<Field> fields,
        Lines lines,
        String create,
        String change,
        List<Verb> verbs) {

    public String name() {
        return module + "." + plural;
    }

    /** The lines of a document: {@code columns} to show, {@code fields} to enter. */
    public record Lines(String name, List<Column> columns, List<Field> fields) {
        private static final String LINE = "line";

        /** Which line of its document it is: its column {@code line}, or its place among them, from 1 on. */
        public static int number(Map<String, ?> line, int place) {
            return line.get(LINE) == null
                    ? place + 1
                    : Integer.parseInt(line.get(LINE).toString());
        }

        /** The lines of a document as its register shows them, made plain. */
        @SuppressWarnings("unchecked") // a view made plain has lists of maps
        public List<Map<String, Object>> of(Map<String, ?> view) {
            return view.get(name) instanceof List<?> lines ? (List<Map<String, Object>>) lines : List.of();
        }
    }

    /**
     * A business act on one row, {@code POST …/{id}/<name>}.
     *
     * @param when column to the values in which it can be done; empty: always
     */
    public record Verb(String name, String permission, Map<String, List<String>> when, List<Field> fields) {}
}
