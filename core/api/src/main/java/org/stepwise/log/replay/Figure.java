package org.stepwise.log.replay;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.stepwise.data.Id;

/**
 * An amount that a module has posted.
 *
 * @param cause the place of the fact that it goes back to; a correction goes back to what it corrects
 * @param document the document that it is of
 * @param on its value date
 * @param party whom it concerns, or null
 * @param of what the amount is of, such as the code of an account
 */
public record Figure(long cause, Id document, LocalDate on, Id party, String of, BigDecimal amount) {}
