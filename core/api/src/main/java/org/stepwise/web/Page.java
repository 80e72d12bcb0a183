package org.stepwise.web;

import java.util.List;
import java.util.Map;

/** Rows by outside column name, and the opaque key of the next page, null on the last one. */
public record Page(List<Map<String, Object>> items, String next) {}
