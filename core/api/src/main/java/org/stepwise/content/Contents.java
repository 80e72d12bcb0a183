package org.stepwise.content;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;
import org.osgi.annotation.versioning.ProviderType;
import org.stepwise.data.Id;

/**
 * The contents of files of the calling company, kept in the database by their hash: the same content is kept once, and
 * no other company sees it. A content is stored first, in pieces, and stays only if a fact that names it is recorded:
 * {@link #keep} belongs into that transaction. What nobody keeps is gone after a while.
 *
 * <p>The content of a person is sealed with the person's key, and goes with it.
 */
@ProviderType
public interface Contents {
    /**
     * Stores what is read. To be called outside of a transaction: it takes as long as the reading does, and needs the
     * memory of a few pieces. Refuses with {@code erp.content.too-big}, {@code erp.content.empty} and {@code
     * erp.person.erased}.
     *
     * @param largest the most bytes
     * @param person whose it is, or null
     */
    Stored store(InputStream content, long largest, Id person) throws IOException;

    /**
     * Keeps a content for good; part of the running transaction. Refuses with {@code erp.content.gone} what is not
     * there (any more): so no fact can name it.
     */
    void keep(String address);

    /**
     * Opens a content once all of it has been read and is what was stored. Refuses with {@code erp.content.damaged},
     * and with {@code erp.content.unknown} when there is none, or it went with its person.
     */
    Reading open(String address);

    /** The addresses of what is kept and cannot be read any more, of at most a thousand. */
    List<String> damaged();

    /**
     * A content just stored.
     *
     * @param address the SHA-256 of the content in 64 small digits; for a person's the HMAC-SHA-256 with a key of the
     *     person's, so that nobody can find out by its hash, once the person is erased, what it was
     * @param beginning its first bytes, at most 64 kB, to tell what kind it is of
     */
    record Stored(String address, long bytes, byte[] beginning) {}

    /** A content that is whole. */
    interface Reading {
        long bytes();

        /** Writes all of it, piece by piece. */
        void to(OutputStream out) throws IOException;
    }
}
