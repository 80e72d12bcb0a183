// Names for ids: what a list refers to is shown by its title, never by its id.
import { api } from './api.js';

const MOST_SUGGESTIONS = 20;
let descriptions = new Map();
const titles = new Map();

/** Told by the shell whenever the described lists change. */
export function useDescriptions(items) {
    descriptions = new Map(items.map((item) => [item.name, item]));
    titles.clear();
}

export function describedList(name) {
    return descriptions.get(name) ?? null;
}

function titleColumns(list) {
    const names = list.columns.map((column) => column.name);
    const known = ['number', 'code', 'sku', 'name', 'title'].filter((name) => names.includes(name));
    const told = list.columns.filter((column) => column.type !== 'reference').map((column) => column.name);
    return known.length > 0 ? known : [...told, ...names].slice(0, 1);
}

/** How a row of a list is called: its number and name, as far as the list has them. */
export function rowTitle(list, row) {
    const parts = titleColumns(list)
        .map((name) => row[name])
        .filter(Boolean);
    return parts.join(' · ') || row.id;
}

export function referenceHref(listName, id) {
    const list = descriptions.get(listName);
    return list ? `/m/${list.module}/${list.name.split('.').slice(1).join('.')}/${id}` : null;
}

/** The title of one row; its id when the list is off or the row may not be read. */
export function referenceTitle(listName, id) {
    const list = descriptions.get(listName);
    if (!list || !id) {
        return Promise.resolve(id ?? '');
    }
    const key = `${listName}/${id}`;
    if (!titles.has(key)) {
        titles.set(
            key,
            api(`${list.path}/${id}`).then(
                (row) => rowTitle(list, row),
                () => id,
            ),
        );
    }
    return titles.get(key);
}

/** Rows of a list whose name contains what was typed; none that is archived. */
export async function suggestions(listName, typed, signal) {
    const list = descriptions.get(listName);
    if (!list) {
        return [];
    }
    const query = new URLSearchParams({ limit: MOST_SUGGESTIONS });
    const searched = list.columns.filter((column) => column.filter && column.type === 'text');
    const by = searched.find((column) => column.name === 'name') ?? searched[0];
    if (typed && by) {
        query.append('filter', `${by.name}:contains:${typed}`);
    }
    if (list.columns.some((column) => column.name === 'archived' && column.filter)) {
        query.append('filter', 'archived:eq:false');
    }
    const page = await api(`${list.path}?${query}`, { signal });
    return page.items.map((row) => ({ id: row.id, code: row.code, title: rowTitle(list, row) }));
}
