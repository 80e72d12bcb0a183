package org.stepwise.activity.internal;

import java.util.Map;
import org.osgi.service.component.annotations.Component;
import org.stepwise.security.PermissionSet;

/** What a role may be allowed to do with notes; to read them is allowed to whoever may read the row. */
@Component
public final class ActivityPermissions implements PermissionSet {
    public static final String NOTE_WRITE = "activity.note.write";
    public static final String NOTE_MANAGE = "activity.note.manage";

    @Override
    public String module() {
        return ActivityModule.NAME;
    }

    @Override
    public Map<String, String> permissions() {
        return Map.of(
                NOTE_WRITE, "Write notes on what one may see, change and withdraw one's own",
                NOTE_MANAGE, "Change and withdraw the notes of others");
    }
}
