/** The bill of materials of the distribution, made from the folder that is about to be packed. */
package org.stepwise.bom;
