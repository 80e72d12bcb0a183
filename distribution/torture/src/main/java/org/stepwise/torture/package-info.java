/** Breaks the distribution from outside and looks whether anything was lost, doubled or left unbalanced. */
package org.stepwise.torture;
