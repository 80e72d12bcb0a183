// The one place that knows Tabulator, so that the grid can be replaced without touching a screen.
import { html, nothing, render } from 'lit';
import { request } from './api.js';
import { display, isNumeric } from './display.js';
import { t } from './text.js';
import { warn } from './toast.js';

const PAGE_ROWS = 50;
const MIN_WIDTHS = { flag: 90, date: 120, moment: 160, number: 110, amount: 130, quantity: 120, choice: 120 };

/** What a bold title needs, with the room for the mark of the order. */
const titleWidth = ({ title, sort }) => title.length * 9 + (sort ? 56 : 34);

/**
 * A list with server-side pages, sorting and filters.
 * Options: `columns` (as described), `path` or `load({ limit, after, sort, filters })` answering `{ items, next }`,
 * `label`, `href(row)` (first column becomes a link), `sort` ("-date"), `filters` (["status:eq:DRAFT"]),
 * `onSort(sort)`. Answers `{ reload(filters, { stay }), destroy() }`; `stay` keeps the page.
 */
export async function dataGrid(element, options) {
    const { Tabulator } = await import('../vendor/tabulator.js');
    const pages = { cursors: [null], next: null, filters: options.filters ?? [], sort: options.sort ?? '' };
    const holder = document.createElement('div');
    const footer = document.createElement('nav');
    footer.className = 'grid-footer';
    // Shown with the first rows, so that it does not move when they come.
    footer.hidden = true;
    footer.setAttribute('aria-label', t('grid.pages'));
    element.replaceChildren(holder, footer);
    const table = new Tabulator(holder, tableOptions(options, pages));
    const turn = (change) => {
        change();
        return table.setData('page').catch(() => {});
    };
    table.on('dataProcessed', () => drawFooter(footer, pages, turn));
    table.on('headerClick', () => (pages.cursors = [null]));
    table.on('tableBuilt', () => mendRoles(holder, options.label));
    table.on('renderComplete', () => mendRoles(holder, options.label));
    table.on('dataProcessed', () => requestAnimationFrame(() => (footer.hidden = false)));
    await new Promise((resolve) => table.on('tableBuilt', resolve));
    return {
        reload: (filters = pages.filters, { stay = false } = {}) =>
            turn(() => Object.assign(pages, { filters, cursors: stay ? pages.cursors : [null] })),
        destroy: () => table.destroy(),
    };
}

function tableOptions(options, pages) {
    return {
        columns: options.columns.map((column, index) => gridColumn(column, index, options)),
        layout: 'fitColumns',
        ajaxURL: 'page',
        ajaxRequestFunc: (url, config, params) => loadPage(options, pages, params.sort ?? []),
        sortMode: 'remote',
        initialSort: initialSort(pages.sort),
        headerSortTristate: true,
        placeholder: placeholder(),
        dataLoader: false,
        columnDefaults: { resizable: 'header', vertAlign: 'middle' },
    };
}

function placeholder() {
    return Object.assign(document.createElement('span'), { className: 'grid-empty', textContent: t('grid.empty') });
}

function initialSort(sort) {
    return sort ? [{ column: sort.replace(/^-/, ''), dir: sort.startsWith('-') ? 'desc' : 'asc' }] : [];
}

async function loadPage(options, pages, sorters) {
    const sort = sorters.map(({ field, dir }) => (dir === 'desc' ? `-${field}` : field)).join(',');
    if (sort !== pages.sort) {
        pages.sort = sort;
        pages.cursors = [null];
        options.onSort?.(sort);
    }
    const after = pages.cursors.at(-1);
    const wanted = { limit: PAGE_ROWS, after, sort, filters: pages.filters };
    try {
        const page = await (options.load ? options.load(wanted) : fetchPage(options.path, wanted));
        pages.next = page.next ?? null;
        return page.items;
    } catch (problem) {
        warn(problem);
        pages.next = null;
        return [];
    }
}

async function fetchPage(path, { limit, after, sort, filters }) {
    const query = new URLSearchParams({ limit });
    if (after) {
        query.set('after', after);
    }
    if (sort) {
        query.set('sort', sort);
    }
    filters.forEach((filter) => query.append('filter', filter));
    return (await request(`${path}?${query}`)).body;
}

function gridColumn(column, index, options) {
    return {
        title: column.title,
        field: column.name,
        headerSort: Boolean(column.sort),
        hozAlign: isNumeric(column) ? 'right' : 'left',
        headerHozAlign: isNumeric(column) ? 'right' : 'left',
        widthGrow: column.type === 'text' || column.type === 'reference' ? 2 : 1,
        minWidth: Math.max(MIN_WIDTHS[column.type] ?? 150, titleWidth(column)),
        formatter: (cell) => drawCell(column, cell, index === 0 ? options.href : null),
    };
}

function drawCell(column, cell, href) {
    const place = document.createElement('span');
    const row = cell.getData();
    const shown = display(column, cell.getValue(), row);
    if (column.type === 'text' && shown !== nothing) {
        place.title = shown;
    }
    render(href ? html`<a href=${href(row)}>${typeof shown === 'string' ? shown || '–' : shown}</a>` : shown, place);
    return place;
}

function drawFooter(footer, pages, turn) {
    const back = () => turn(() => pages.cursors.pop());
    const on = () => turn(() => pages.cursors.push(pages.next));
    render(
        html`<ui5-button design="Transparent" icon="navigation-left-arrow" ?disabled=${pages.cursors.length === 1}
                @click=${back}>${t('grid.previous')}</ui5-button>
            <span class="grid-page">${t('grid.page', { page: pages.cursors.length })}</span>
            <ui5-button design="Transparent" icon-end="navigation-right-arrow" ?disabled=${!pages.next}
                @click=${on}>${t('grid.next')}</ui5-button>`,
        footer,
    );
}

/** Tabulator's own roles leave the rows outside the grid for assistive technology, and its headers need a mouse. */
function mendRoles(holder, label) {
    holder.setAttribute('aria-label', label ?? '');
    holder.querySelector('.tabulator-tableholder')?.setAttribute('role', 'rowgroup');
    holder.querySelector('.tabulator-table')?.setAttribute('role', 'presentation');
    holder.querySelectorAll('.tabulator-col.tabulator-sortable:not([data-keys])').forEach((header) => {
        header.dataset.keys = '';
        header.tabIndex = 0;
        header.addEventListener('keydown', (event) => {
            if (event.key === 'Enter' || event.key === ' ') {
                event.preventDefault();
                header.click();
            }
        });
    });
}
