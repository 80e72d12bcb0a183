/** What a module has beside the log, and would lose. */
package org.stepwise.modules.internal.draft;
