/** What jobs cost through the services of the modules, all in one JVM. */
package org.stepwise.bench.services;
