/** Goods that come in, written down by hand while there is no warehouse module. */
package org.stepwise.masterdata.internal.goods;
