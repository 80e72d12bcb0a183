/** The floor: what the database alone takes for the rows of an order, written by hand in one transaction. */
package org.stepwise.bench.limit;
