package org.stepwise.testkit.container;

/**
 * What a component needs of others.
 *
 * @param target a filter, or null
 * @param parameter the place in the constructor, or -1
 * @param bind the method to call, or null
 * @param unbind the method to call when the service goes, or null
 */
record Reference(
        String interfaceName,
        boolean mandatory,
        boolean multiple,
        boolean dynamic,
        String target,
        int parameter,
        String bind,
        String unbind) {}
