package org.stepwise.activity;

import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.List;
import org.osgi.annotation.versioning.ProviderType;
import org.stepwise.content.Contents;
import org.stepwise.data.Id;

/**
 * Files on rows. Who may read the row may read them; attaching needs {@code activity.file.attach} besides. A file is
 * detached by who attached it, and by those who have {@code activity.file.manage}.
 */
@ProviderType
public interface Files {
    /** The newest files of a row, at most a hundred, older than {@code before}, or of all when it is null. */
    List<FileView> of(Subject subject, Id before);

    /** What is known of one file. */
    FileView find(Subject subject, Id file);

    /**
     * Attaches a file and returns its id. Its kind is found from its content; the name only tells apart what has the
     * same form, such as a text and a table of texts. Refuses with {@code activity.file.kind} what is not wanted here.
     *
     * @param name as people call it, such as {@code invoice.pdf}; never a path
     */
    Id attach(Subject subject, String name, InputStream content) throws IOException;

    /** From now on nobody sees it here; fact and content stay, for what was attached once was part of the record. */
    void detach(Subject subject, Id file);

    /** A file and its content, which has been read and is whole. */
    OpenFile open(Subject subject, Id file);

    /**
     * A file.
     *
     * @param name null when it belonged to a person who was erased
     * @param kind such as {@code application/pdf}
     * @param mine whether the caller may detach it
     */
    record FileView(Id id, String name, String kind, long bytes, Instant attachedAt, Author attachedBy, boolean mine) {}

    /** A file that can be given out. */
    record OpenFile(String name, String kind, Contents.Reading content) {}
}
