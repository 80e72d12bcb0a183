package org.stepwise.web;

/** The types of values on lists and forms. Amounts, quantities, numbers and ids are texts in JSON. */
public enum ValueType {
    TEXT,
    NUMBER,
    AMOUNT,
    QUANTITY,
    DATE,
    MOMENT,
    FLAG,
    CHOICE,
    REFERENCE
}
