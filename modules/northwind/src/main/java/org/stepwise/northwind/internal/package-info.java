/** Northwind Traders: nearly two years of real-looking trade, entered through the same verbs as any other. */
package org.stepwise.northwind.internal;
