/** Where the databases of tests lie. */
package org.stepwise.testkit.place;
