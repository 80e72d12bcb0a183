package org.stepwise.activity;

import org.stepwise.data.Id;

/**
 * Who did something.
 *
 * @param name null for who is no user, such as the console
 */
public record Author(Id id, String name) {}
