/** How quickly the distribution comes and goes, and how much room it takes. */
package org.stepwise.bench.life;
