package org.stepwise.warehouse.internal.valuation;

import org.stepwise.data.Id;

/** A line of a delivery. */
record Issue(Id delivery, int line, Id order, int orderLine) {}
