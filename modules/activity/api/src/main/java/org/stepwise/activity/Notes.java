package org.stepwise.activity;

import java.time.Instant;
import java.util.List;
import org.osgi.annotation.versioning.ProviderType;
import org.stepwise.data.Id;

/**
 * Notes on rows. Who may read the row may read them; writing needs {@code activity.note.write} besides. A note is
 * changed and withdrawn by who wrote it, and by those who have {@code activity.note.manage}.
 */
@ProviderType
public interface Notes {
    /** The newest notes of a row, at most a hundred, older than {@code before}, or of all when it is null. */
    List<Note> of(Subject subject, Id before);

    /** One note, as it stands among those of the row. */
    Note find(Subject subject, Id note);

    /** Writes a note of at most {@link org.stepwise.input.Bounds#NOTE} characters, and returns its id. */
    Id write(Subject subject, String text);

    /** Replaces the text. */
    void change(Subject subject, Id note, String text);

    /** From now on nobody sees it; that it was there stays in the log. */
    void withdraw(Subject subject, Id note);

    /**
     * A note.
     *
     * @param text null when it belonged to a person who was erased
     * @param changedAt null when it stands as it was written
     * @param mine whether the caller may change and withdraw it
     */
    record Note(Id id, String text, Instant writtenAt, Author writtenBy, Instant changedAt, boolean mine) {}
}
