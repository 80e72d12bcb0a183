// Loads the screens of the modules that are on, and takes them away again. A module that fails stays alone with it.
import { api } from '../stepwise/api.js';
import { loadTexts, t } from '../stepwise/text.js';
import { warn } from '../stepwise/toast.js';

export class Screens {
    constructor(router, changed) {
        this.router = router;
        this.changed = changed;
        this.active = new Map();
        this.outdated = false;
    }

    /** Brings what is shown in line with the modules that are on. */
    async reconcile(modules) {
        const wanted = new Map(modules.map((module) => [module.name, module]));
        for (const name of this.active.keys()) {
            if (!wanted.has(name)) {
                this.take(name);
            }
        }
        const fresh = modules.filter(({ name }) => !this.active.has(name));
        // Code of a module cannot be unloaded: a new version of one that was loaded needs the page anew.
        this.outdated ||= modules.some(({ name, entry }) => (this.active.get(name)?.entry ?? entry) !== entry);
        await Promise.all(fresh.map((module) => this.bring(module)));
        this.changed();
    }

    async bring(module) {
        const part = { ...module, nav: [], tiles: [], commands: [], undo: [], dispose: null };
        this.active.set(module.name, part);
        if (!module.entry) {
            return;
        }
        try {
            const url = new URL(module.entry, location.origin);
            const [code] = await Promise.all([import(url), loadTexts(new URL('i18n/', url)).catch(() => {})]);
            part.dispose = (await code.activate(this.context(part))) ?? null;
        } catch (failure) {
            console.error(`The screens of module ${module.name} could not be started`, failure);
            warn(t('module.screens-failed', { module: module.title }));
        }
    }

    context(part) {
        return {
            module: part.name,
            api,
            t,
            nav: (entry) => part.nav.push(entry),
            tile: (tile) => part.tiles.push(tile),
            command: (command) => part.commands.push(command),
            route: (pattern, load) => part.undo.push(this.router.add(pattern, load)),
        };
    }

    take(name) {
        const part = this.active.get(name);
        this.active.delete(name);
        part.undo.forEach((undo) => undo());
        try {
            part.dispose?.();
        } catch (failure) {
            console.error(`The screens of module ${name} could not be stopped`, failure);
        }
    }

    modules() {
        return [...this.active.values()];
    }

    close() {
        [...this.active.keys()].forEach((name) => this.take(name));
    }
}
