/** A company as text, to be compared with the company it must be equal to. */
package org.stepwise.export;
