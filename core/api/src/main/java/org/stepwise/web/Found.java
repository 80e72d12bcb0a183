package org.stepwise.web;

/**
 * A document as it is shown: any record or map that Jackson writes, and its version for ETag and If-Match.
 *
 * @param beside tells apart what extensions know of it, which has no part in the version; null without extensions
 */
public record Found(Object view, long version, String beside) {
    public Found(Object view, long version) {
        this(view, version, null);
    }
}
