/** What is looked at from outside: REST, SQL, hledger, and a rebuild. */
package org.stepwise.torture.check;
