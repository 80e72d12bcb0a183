/** Documents by description: their tables, what is folded into them, and their lists. */
package org.stepwise.modules.internal.document;
