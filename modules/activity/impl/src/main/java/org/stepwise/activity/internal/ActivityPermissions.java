package org.stepwise.activity.internal;

/** What a role may be allowed to do with notes, files and followers; whoever may read a row may read them. */
public final class ActivityPermissions {
    public static final String NOTE_WRITE = "activity.note.write";
    public static final String NOTE_MANAGE = "activity.note.manage";
    public static final String FILE_ATTACH = "activity.file.attach";
    public static final String FILE_MANAGE = "activity.file.manage";
    public static final String ROW_FOLLOW = "activity.row.follow";

    private ActivityPermissions() {}
}
