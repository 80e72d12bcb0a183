/** Which products facts name: what those facts count in can no longer be changed. */
package org.stepwise.masterdata.internal.use;
