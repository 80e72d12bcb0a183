package org.stepwise.modules.internal.catalogue;

import java.util.List;

/** Whiteboard: a source of the modules that could be switched on. */
public interface ModuleCatalogue {
    List<ModuleDescriptor> modules();
}
