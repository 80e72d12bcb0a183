package org.stepwise.web;

/** A document as it is shown: any record or map that Jackson writes, and its version for ETag and If-Match. */
public record Found(Object view, long version) {}
