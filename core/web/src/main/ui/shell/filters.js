// The filter bar of a described list, and its translation to and from the server's `name:operator:value`.
import { html, nothing } from 'lit';
import { fieldInput } from '../stepwise/field.js';
import { describedList } from '../stepwise/references.js';
import { t } from '../stepwise/text.js';

const RANGES = ['date', 'moment', 'number', 'amount', 'quantity'];

/** The inputs a column gives: ranges give two. `key` is `name:operator`. */
function filtersFor(column) {
    const one = (operator, title, type = column.type) => ({
        key: `${column.name}:${operator}`,
        field: { ...column, title, type, required: false, max: 0 },
    });
    if (RANGES.includes(column.type)) {
        return [
            one('ge', t('filter.from', { title: column.title })),
            one('le', t('filter.to', { title: column.title })),
        ];
    }
    if (column.type === 'flag') {
        const choices = [
            { value: 'true', title: t('yes') },
            { value: 'false', title: t('no') },
        ];
        const filter = one('eq', column.title, 'choice');
        return [{ ...filter, field: { ...filter.field, choices } }];
    }
    return [one(column.type === 'text' ? 'contains' : 'eq', column.title)];
}

/** What refers to a list that is off, or that this person may not read, has nothing to choose from. */
const isUsable = (column) => column.filter && (column.type !== 'reference' || describedList(column.list));

function filters(description) {
    return description.columns.filter(isUsable).flatMap(filtersFor);
}

/** The values in the address, by filter; what this list does not know is dropped. */
export function filterValues(description, asked) {
    const known = new Set(filters(description).map(({ key }) => key));
    const pairs = asked.map((each) => {
        const [name, operator, ...value] = each.split(':');
        return [`${name}:${operator}`, value.join(':')];
    });
    return Object.fromEntries(pairs.filter(([key]) => known.has(key)));
}

export function filtersOf(description, values) {
    return filters(description)
        .filter(({ key }) => values[key])
        .map(({ key }) => `${key}:${values[key]}`);
}

export function filterBar(description, values, filtered) {
    const all = filters(description);
    if (all.length === 0) {
        return nothing;
    }
    const active = Object.values(values).filter(Boolean).length;
    const wide = matchMedia('(min-width: 900px)').matches;
    const pending = { ...values };
    const apply = (event) => {
        event?.preventDefault();
        filtered({ ...pending });
    };
    return html`<details class="filters" ?open=${wide || active > 0}>
        <summary>${t('filter')}${active > 0 ? ` (${active})` : ''}</summary>
        <form class="filter-fields" @submit=${apply} @keydown=${(event) => submitOnEnter(event, apply)}>
            ${all.map((filter) => filterField(filter, values, pending, apply))}
            <div class="filter-buttons">
                <ui5-button @click=${apply}>${t('filter.apply')}</ui5-button>
                <ui5-button design="Transparent" ?disabled=${active === 0} @click=${() => filtered({})}>
                    ${t('filter.clear')}
                </ui5-button>
            </div>
        </form>
    </details>`;
}

function submitOnEnter(event, apply) {
    if (event.key === 'Enter' && event.target.tagName === 'UI5-INPUT') {
        apply(event);
    }
}

function filterField({ key, field }, values, pending, apply) {
    const id = `filter-${key.replace(':', '-')}`;
    const changed = (value, error) => {
        pending[key] = error ? null : value;
        if (['choice', 'reference', 'date'].includes(field.type) && !error) {
            apply();
        }
    };
    return html`<div class="field">
        <ui5-label for=${id}>${field.title}</ui5-label>
        ${fieldInput({ id, field, value: values[key] ?? null, none: t('filter.all'), changed })}
    </div>`;
}
