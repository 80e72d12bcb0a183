// A described list: filters, sorting and pages, all done by the server. The address keeps them.
import { html, nothing, render } from 'lit';
import { api } from '../stepwise/api.js';
import { dataGrid } from '../stepwise/grid.js';
import { navigate } from '../stepwise/navigate.js';
import { t } from '../stepwise/text.js';
import { warn } from '../stepwise/toast.js';
import { draftsAddress, draftsPath } from './drafts.js';
import { filterBar, filtersOf, filterValues } from './filters.js';
import { followLog } from './live.js';
import { listPath } from './navigation.js';

export async function listPage(element, description, { query }, live) {
    const state = { values: filterValues(description, query.getAll('filter')), sort: query.get('sort') ?? '', drafts: 0 };
    const path = listPath(description);
    document.title = `${description.title} – Stepwise`;
    let grid = null;
    const remember = () => {
        const kept = new URLSearchParams(state.sort ? { sort: state.sort } : {});
        filtersOf(description, state.values).forEach((filter) => kept.append('filter', filter));
        history.replaceState(null, '', [...kept].length > 0 ? `${path}?${kept}` : path);
    };
    const filtered = (values) => {
        state.values = values;
        remember();
        draw();
        grid.reload(filtersOf(description, values));
    };
    const draw = () =>
        render(
            frame(description, state, filtered, () => grid.reload()),
            element,
        );
    draw();
    if (description.create) {
        api(`${draftsAddress(description)}?limit=1`).then(({ count }) => {
            state.drafts = count;
            draw();
        }, warn);
    }
    grid = await dataGrid(element.querySelector('.grid'), {
        path: description.path,
        columns: description.columns,
        label: description.title,
        sort: state.sort,
        filters: filtersOf(description, state.values),
        href: (row) => `${path}/${row.id}`,
        onSort: (sort) => {
            state.sort = sort;
            remember();
        },
    });
    const stop = followLog(live, description.module, () => grid.reload(undefined, { stay: true }));
    return () => {
        stop();
        grid.destroy();
    };
}

function frame(description, { values, drafts }, filtered, reload) {
    const create = () => navigate(`${listPath(description)}/new`);
    return html`<header class="page-head">
            <h1>${description.title}</h1>
            <div class="page-actions">
                <ui5-button icon="refresh" design="Transparent" accessible-name=${t('reload')} tooltip=${t('reload')}
                    @click=${reload}></ui5-button>
                ${
                    drafts > 0
                        ? html`<ui5-button icon="edit" @click=${() => navigate(draftsPath(description))}
                              >${t('drafts.count', { count: drafts })}</ui5-button
                          >`
                        : nothing
                }
                ${
                    description.create
                        ? html`<ui5-button design="Emphasized" icon="add" @click=${create}>${t('new')}</ui5-button>`
                        : nothing
                }
            </div>
        </header>
        ${filterBar(description, values, filtered)}
        <div class="grid"></div>`;
}
