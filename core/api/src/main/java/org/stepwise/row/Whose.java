package org.stepwise.row;

import java.util.Optional;
import org.osgi.annotation.versioning.ConsumerType;
import org.stepwise.data.Id;

/**
 * Whiteboard: a module that keeps people says which rows of a register are people. What is written about such a row,
 * or about one that refers to it, belongs to that person: it is sealed with the person's key, and goes with it.
 */
@ConsumerType
public interface Whose {
    /** Such as {@code masterdata.parties}. */
    String register();

    /** The person that a row of the calling company is; empty when it is none, or there is no such row. */
    Optional<Id> person(Id row);
}
