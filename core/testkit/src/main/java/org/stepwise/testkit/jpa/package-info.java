/** Persistence units as the container would offer them: JTA, one session for each platform. */
package org.stepwise.testkit.jpa;
