/** The benchmark: what a job costs, beside what it would cost at least. */
package org.stepwise.bench;
