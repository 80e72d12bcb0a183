package org.stepwise.log.history;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The row that an event is mainly about, by its {@link org.stepwise.data.Id}: a component of the event, or a method
 * without parameters where the id is made of something else, such as a setting's key and day. An event that marks none
 * is about the first of its components that is an id; one that has none is about nothing that has a history.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface Subject {}
