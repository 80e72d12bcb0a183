package org.stepwise.bench;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.stepwise.data.Database;

/** What a benchmark is given, and where it notes what it finds. */
public final class Run {
    private final Database.Kind database;
    private final Sizes sizes;
    private final PrintWriter out;
    private final List<Figure> figures = new ArrayList<>();

    Run(Database.Kind database, Sizes sizes, PrintWriter out) {
        this.database = database;
        this.sizes = sizes;
        this.out = out;
    }

    public Database.Kind database() {
        return database;
    }

    public Sizes sizes() {
        return sizes;
    }

    /** Where to record the timed part; null: nowhere. */
    public Path profile() {
        return own(sizes.profile());
    }

    /** Where to write the statements an order; null: nowhere. */
    public Path statements() {
        return own(sizes.statements());
    }

    /** {@code x.jfr} becomes {@code x-derby.jfr}, because each database has its run. */
    private Path own(Path file) {
        if (file == null) {
            return null;
        }
        var name = file.getFileName().toString();
        int end = name.lastIndexOf('.') < 0 ? name.length() : name.lastIndexOf('.');
        return file.resolveSibling(name.substring(0, end) + "-" + Databases.name(database) + name.substring(end));
    }

    public void note(Figure figure) {
        figures.add(figure.on(Databases.name(database)));
    }

    /** Tells whoever waits how far it is. */
    public void say(String format, Object... arguments) {
        out.printf(format + "%n", arguments);
        out.flush();
    }

    public List<Figure> figures() {
        return List.copyOf(figures);
    }
}
