package org.stepwise.activity.internal;

import java.util.Map;
import org.osgi.service.component.annotations.Component;
import org.stepwise.security.PermissionSet;

/** What a role may be allowed to do with notes, files and followers; whoever may read a row may read them. */
@Component
public final class ActivityPermissions implements PermissionSet {
    public static final String NOTE_WRITE = "activity.note.write";
    public static final String NOTE_MANAGE = "activity.note.manage";
    public static final String FILE_ATTACH = "activity.file.attach";
    public static final String FILE_MANAGE = "activity.file.manage";

    public static final String ROW_FOLLOW = "activity.row.follow";

    @Override
    public String module() {
        return ActivityModule.NAME;
    }

    @Override
    public Map<String, String> permissions() {
        return Map.of(
                NOTE_WRITE, "Write notes on what one may see, change and withdraw one's own",
                NOTE_MANAGE, "Change and withdraw the notes of others",
                FILE_ATTACH, "Attach files to what one may see, detach one's own",
                FILE_MANAGE, "Detach the files of others",
                ROW_FOLLOW, "Follow what one may see");
    }
}
