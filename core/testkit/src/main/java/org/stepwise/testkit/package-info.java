/** What tests are written with: the platform without a container, both databases, a clock that can be moved. */
package org.stepwise.testkit;
