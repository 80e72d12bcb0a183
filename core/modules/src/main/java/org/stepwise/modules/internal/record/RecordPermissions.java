package org.stepwise.modules.internal.record;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.stepwise.security.PermissionSet;

/** What a role may be allowed to do with the described records of one module. */
final class RecordPermissions implements PermissionSet {
    private final String module;
    private final Map<String, String> permissions = new TreeMap<>();

    RecordPermissions(String module, List<RecordLayout<?>> described) {
        this.module = module;
        for (var layout : described) {
            var name = layout.name();
            var words = name.plural().replace('-', ' ');
            permissions.put(name.read(), "See " + words);
            permissions.put(name.record(), "Record, change and archive " + words);
        }
    }

    @Override
    public String module() {
        return module;
    }

    @Override
    public Map<String, String> permissions() {
        return Map.copyOf(permissions);
    }
}
