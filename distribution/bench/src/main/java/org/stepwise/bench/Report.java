package org.stepwise.bench;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/** The figures as a table for people and as JSON for programs. */
final class Report {
    private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);
    private static final String ROW = "%-52s %14s %14s  %-9s %7s  %s%n";

    private Report() {}

    static void write(List<Figure> figures, Path file) throws IOException {
        JSON.writeValue(file.toFile(), figures);
    }

    static List<Figure> read(Path file) throws IOException {
        return JSON.readValue(file.toFile(), new TypeReference<>() {});
    }

    static void print(List<Figure> figures, PrintWriter out) {
        out.printf(ROW, "figure", "value", "limit", "database", "clients", "unit");
        for (var figure : figures) {
            out.printf(
                    ROW,
                    figure.figure(),
                    shown(figure.value()),
                    figure.limit() == null ? "" : shown(figure.limit()),
                    Objects.requireNonNullElse(figure.database(), ""),
                    Objects.requireNonNullElse(figure.clients(), ""),
                    figure.unit());
        }
        out.flush();
    }

    /** Five digits that count: more say nothing on a shared machine. */
    private static String shown(double value) {
        if (value == Math.rint(value)) {
            return String.format(Locale.ROOT, "%,.0f", value);
        }
        var decimals = Math.max(0, Math.min(7, 3 - (int) Math.floor(Math.log10(Math.abs(value)))));
        return String.format(Locale.ROOT, "%,." + decimals + "f", value);
    }
}
