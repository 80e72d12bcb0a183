/** The people who work meanwhile, and what they were told is done. */
package org.stepwise.torture.client;
