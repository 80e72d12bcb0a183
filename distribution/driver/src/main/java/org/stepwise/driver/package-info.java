/** Starts the distribution as people do, and works with it from outside. */
package org.stepwise.driver;
