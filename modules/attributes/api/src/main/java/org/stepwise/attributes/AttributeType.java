package org.stepwise.attributes;

/** What values of an attribute are. Fixed once the attribute is defined. */
public enum AttributeType {
    TEXT,
    NUMBER,
    AMOUNT,
    DATE,
    FLAG,
    CHOICE,
    REFERENCE
}
