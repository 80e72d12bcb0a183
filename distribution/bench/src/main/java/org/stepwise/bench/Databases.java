package org.stepwise.bench;

import java.util.List;
import org.stepwise.data.Database;

/** The databases as people name them. */
enum Databases {
    derby(Database.Kind.DERBY),
    postgres(Database.Kind.POSTGRESQL),
    both(Database.Kind.DERBY, Database.Kind.POSTGRESQL);

    private final List<Database.Kind> kinds;

    Databases(Database.Kind... kinds) {
        this.kinds = List.of(kinds);
    }

    List<Database.Kind> kinds() {
        return kinds;
    }

    static String name(Database.Kind kind) {
        return kind == Database.Kind.DERBY ? derby.name() : postgres.name();
    }
}
