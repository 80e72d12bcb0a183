/** Strangers and users who ask for more than their share, and what the others notice of it. */
package org.stepwise.torture.flood;
