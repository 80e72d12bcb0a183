/**
 * How requests come in: who calls is known from the headers; bodies are read without holding a thread, within bounds;
 * and whoever asks much waits for a turn, so that the others are served.
 */
package org.stepwise.web.internal.intake;
