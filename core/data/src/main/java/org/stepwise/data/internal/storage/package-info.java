/** Storage of Derby that survives a disk without room. */
package org.stepwise.data.internal.storage;
