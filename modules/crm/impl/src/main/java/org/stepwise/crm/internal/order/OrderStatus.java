package org.stepwise.crm.internal.order;

/** How far an order is; computed from what was delivered and invoiced, so that it never depends on what came first. */
public enum OrderStatus {
    DRAFT,
    CONFIRMED,
    DELIVERED,
    INVOICED,
    CANCELLED
}
