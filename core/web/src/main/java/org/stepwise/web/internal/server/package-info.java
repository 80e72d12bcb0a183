/** The HTTP server: Jetty in this process, with bounds on what a connection may cost, before anybody is asked for. */
package org.stepwise.web.internal.server;
