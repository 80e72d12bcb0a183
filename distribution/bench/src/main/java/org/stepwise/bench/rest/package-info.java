/** What jobs cost from outside: the real distribution, asked over REST by clients that are logged in. */
package org.stepwise.bench.rest;
