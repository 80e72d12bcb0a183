package org.stepwise.activity;

import org.stepwise.data.Id;

/**
 * A row that people write about.
 *
 * @param register such as {@code crm.orders}
 */
public record Subject(String register, Id row) {}
