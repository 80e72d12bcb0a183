/** The server that is tortured, and copies of its database. */
package org.stepwise.torture.site;
