/** A company whose modules run in this JVM, and those who work in it. */
package org.stepwise.bench.trade;
