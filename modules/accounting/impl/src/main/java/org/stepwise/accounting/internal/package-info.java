/** The books: what verbs decide, and what is known of documents; posting and open items have packages of their own. */
package org.stepwise.accounting.internal;
