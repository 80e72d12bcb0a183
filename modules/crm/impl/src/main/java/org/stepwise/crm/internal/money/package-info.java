/** How the amounts of sales documents are reckoned: pure, and the same for orders, invoices and credit notes. */
package org.stepwise.crm.internal.money;
