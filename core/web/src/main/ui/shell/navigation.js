import { html, nothing } from 'lit';
import { live } from 'lit/directives/live.js';
import { repeat } from 'lit/directives/repeat.js';
import { t } from '../stepwise/text.js';
import { mayKnow } from './conditions.js';
import { may } from './session.js';

/** Where a described list is shown. */
export function listPath(description) {
    return `/m/${description.module}/${description.name.split('.').slice(1).join('.')}`;
}

/** What the navigation offers of one module: its own entries first, then its described lists. */
export function moduleEntries(module, descriptions) {
    const lists = descriptions
        .filter((each) => each.module === module.name)
        .map((each) => ({ title: each.title, path: listPath(each), icon: 'list' }));
    const own = module.nav.map((entry) => ({ icon: 'grid', ...entry }));
    const taken = new Set(own.map(({ path }) => path));
    return [...own, ...lists.filter(({ path }) => !taken.has(path))];
}

const covers = (entry, path) => path === entry.path || path.startsWith(`${entry.path}/`);

function item(entry, path) {
    return html`<ui5-side-navigation-item text=${entry.title} icon=${entry.icon} href=${entry.path}
        .selected=${live(covers(entry, path))}></ui5-side-navigation-item>`;
}

/** Modules in the order the server names them, then the lists of the platform, which belong to none of them. */
export function groups(modules, descriptions) {
    const names = new Set(modules.map(({ name }) => name));
    const platform = [...new Set(descriptions.map(({ module }) => module))].filter((name) => !names.has(name));
    const parts = platform.map((name) => ({ name, title: t('platform'), nav: [], tiles: [], commands: [] }));
    return [...modules, ...parts]
        .map((module) => ({ ...module, entries: moduleEntries(module, descriptions) }))
        .filter(({ entries, tiles }) => entries.length + tiles.length > 0);
}

export function navigation(modules, descriptions, path) {
    const home = { title: t('home'), path: '/', icon: 'home' };
    return html`<ui5-side-navigation-item text=${home.title} icon=${home.icon} href="/"
            .selected=${live(path === '/')}></ui5-side-navigation-item>
        ${repeat(
            groups(modules, descriptions).filter(({ entries }) => entries.length > 0),
            ({ name }) => name,
            (group) => html`<ui5-side-navigation-group text=${group.title} expanded>
                ${repeat(
                    group.entries,
                    (entry) => entry.path,
                    (entry) => item(entry, path),
                )}
            </ui5-side-navigation-group>`,
        )}
        ${
            may('erp.module.see')
                ? html`<ui5-side-navigation-item slot="fixedItems" text=${t('modules')} icon="sys-monitor"
                  href="/modules"
                  .selected=${live(path === '/modules')}></ui5-side-navigation-item>`
                : nothing
        }
        ${
            mayKnow()
                ? html`<ui5-side-navigation-item slot="fixedItems" text=${t('state')} icon="electrocardiogram"
                  href="/state"
                  .selected=${live(path === '/state')}></ui5-side-navigation-item>`
                : nothing
        }`;
}
