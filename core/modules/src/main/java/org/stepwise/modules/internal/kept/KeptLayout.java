package org.stepwise.modules.internal.kept;

import java.util.List;
import java.util.Map;
import org.stepwise.data.Database;

/** How what one class describes is kept in tables of its module. */
public interface KeptLayout {
    /** Whose the personal columns of a row are. */
    String PERSON = "person";

    Class<? extends Record> type();

    String module();

    List<Database.Table> tables();

    /** The columns that tell of people, by table with its schema; each of these tables says whose they are. */
    Map<String, List<String>> personal();
}
