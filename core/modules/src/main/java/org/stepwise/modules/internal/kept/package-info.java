/** What is kept in tables for the descriptions in the api bundles of modules. */
package org.stepwise.modules.internal.kept;
