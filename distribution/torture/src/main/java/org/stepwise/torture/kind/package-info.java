/** The tortures, one class each. */
package org.stepwise.torture.kind;
