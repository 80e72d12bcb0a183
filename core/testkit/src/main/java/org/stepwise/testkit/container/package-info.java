/** A small container for declarative services: it wires what the distribution wires, from the same descriptions. */
package org.stepwise.testkit.container;
