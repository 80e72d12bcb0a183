// One row of a described list: its fields, its lines, and what can be done with it.
import { html, nothing, render } from 'lit';
import { intent, request } from '../stepwise/api.js';
import { chooseDialog, openDialog } from '../stepwise/dialog.js';
import { display, isNumeric } from '../stepwise/display.js';
import { form } from '../stepwise/form.js';
import { navigate } from '../stepwise/navigate.js';
import { rowTitle } from '../stepwise/references.js';
import { t } from '../stepwise/text.js';
import { isVersionConflict, toast, warn } from '../stepwise/toast.js';
import { copyPath, isCopyable } from './copy.js';
import { followLog } from './live.js';
import { listPath } from './navigation.js';
import { sections } from './sections/index.js';

const forChange = (field) => field.on !== 'create';

export async function detailPage(element, description, { params, guard }, live) {
    const detail = new Detail(element, description, params.id);
    await detail.load();
    guard({
        address: () => `${listPath(description)}/${params.id}`,
        changed: () => detail.editing && detail.form.changed(),
        ask: () => detail.askToLeave(),
    });
    detail.loaded = sections(element.querySelector('#beneath'), description, params.id, detail.row);
    return followLog(live, description.module, () => detail.refresh().catch(warn));
}

class Detail {
    constructor(element, description, id) {
        this.element = element;
        this.description = description;
        this.address = `${description.path}/${id}`;
        this.editing = false;
        this.conflict = false;
        this.loaded = () => {};
    }

    async load() {
        const { body, etag } = await request(this.address);
        this.row = body;
        this.etag = etag;
        this.editing = false;
        this.conflict = false;
        document.title = `${rowTitle(this.description, this.row)} – Stepwise`;
        this.draw();
        this.loaded();
    }

    /** Shows what happened meanwhile; never under the hands of somebody who is typing. */
    async refresh() {
        if (!this.editing && !document.querySelector('ui5-dialog[open]')) {
            await this.load();
        }
    }

    draw() {
        render(this.template(), this.element);
        if (this.editing) {
            this.drawForm();
        }
    }

    template() {
        const { description, row } = this;
        return html`<header class="page-head">
                <a class="back" href=${listPath(description)}>${description.title}</a>
                <h1>${rowTitle(description, row)}</h1>
                <div class="page-actions">${this.editing ? nothing : this.actions()}</div>
            </header>
            ${this.conflict ? this.conflictStrip() : nothing}
            ${this.editing ? html`<div class="sheet" id="edit"></div>` : this.sheet()}
            <div id="beneath" ?hidden=${this.editing}></div>`;
    }

    actions() {
        const { verbs = [], change, fields } = this.description;
        const possible = verbs.filter((verb) => this.isPossible(verb));
        const edit = () => {
            this.editing = true;
            this.draw();
        };
        return html`${possible.map(
            (verb, index) => html`<ui5-button design=${index === 0 && verb.when?.status ? 'Emphasized' : 'Default'}
                @click=${() => this.ask(verb)}>${verb.title}</ui5-button>`,
        )}
        ${
            change && fields.some(forChange)
                ? html`<ui5-button icon="edit" @click=${edit}>${t('edit')}</ui5-button>`
                : nothing
        }
        ${
            isCopyable(this.description)
                ? html`<ui5-button icon="copy" @click=${() => navigate(copyPath(this.description, this.row.id))}>
                      ${t('copy')}</ui5-button>`
                : nothing
        }`;
    }

    isPossible(verb) {
        return Object.entries(verb.when ?? {}).every(([name, values]) => values.includes(String(this.row[name])));
    }

    /** The columns first, as the list shows them, then the fields that no column has. */
    shownFields() {
        const { columns, fields } = this.description;
        const names = new Set(columns.map(({ name }) => name));
        return [...columns, ...fields.filter(({ name }) => !names.has(name))];
    }

    sheet() {
        const { row, description } = this;
        const filled = this.shownFields().filter(({ name }) => row[name] !== null && row[name] !== undefined);
        return html`<div class="sheet">
            <dl class="facts">
                ${filled.map(
                    (field) => html`<div>
                        <dt>${field.title}</dt>
                        <dd>${display(field, row[field.name], row)}</dd>
                    </div>`,
                )}
            </dl>
            ${description.lines ? this.lines(description.lines, row[description.lines.name] ?? []) : nothing}
        </div>`;
    }

    lines({ title, columns }, rows) {
        const align = (column) => (isNumeric(column) ? 'number' : '');
        return html`<section class="lines">
            <h2>${title}</h2>
            <div class="scroll" tabindex="0" role="region" aria-label=${title}>
                <table>
                    <thead>
                        <tr>
                            ${columns.map(
                                (column) => html`<th scope="col" class=${align(column)}>${column.title}</th>`,
                            )}
                        </tr>
                    </thead>
                    <tbody>
                        ${rows.map(
                            (row) => html`<tr>
                                ${columns.map(
                                    (column) => html`<td class=${align(column)}>
                                        ${display(column, row[column.name], row)}
                                    </td>`,
                                )}
                            </tr>`,
                        )}
                    </tbody>
                </table>
            </div>
        </section>`;
    }

    drawForm() {
        const { description } = this;
        const lines = description.lines && {
            ...description.lines,
            fields: description.lines.fields.filter((field) => ['change', 'both', undefined].includes(field.on)),
        };
        const place = this.element.querySelector('#edit');
        if (place.childElementCount > 0) {
            return;
        }
        this.form = form(place, {
            fields: description.fields.filter(forChange),
            values: this.row,
            lines: lines && lines.fields.length > 0 ? lines : null,
            submitTitle: t('save'),
            submit: (values) => this.save(values),
            reload: () => this.load(),
            cancel: () => {
                this.editing = false;
                this.draw();
            },
        });
    }

    async save(values) {
        await request(this.address, { method: 'PUT', body: values, ifMatch: this.etag });
        toast(t('saved'));
        await this.load();
    }

    /** Whether what was changed and not saved may be lost. */
    async askToLeave() {
        await this.form.settled();
        if (!this.editing || !this.form.changed()) {
            return true;
        }
        const lost = await chooseDialog({
            title: t('leave.title'),
            text: t('leave.change'),
            first: { value: 'discard', title: t('leave.discard'), design: 'Negative' },
        });
        return lost === 'discard';
    }

    conflictStrip() {
        return html`<ui5-message-strip design="Critical" hide-close-button role="alert" class="strip">
            ${t('problem.changed')}
            <ui5-button design="Transparent" icon="refresh" @click=${() => this.load()}>${t('reload')}</ui5-button>
        </ui5-message-strip>`;
    }

    /** Every verb is confirmed in a dialog, which asks for what the verb needs to know. */
    ask(verb) {
        const place = document.createElement('div');
        const send = intent();
        const fields = verb.fields ?? [];
        const drawn = form(place, {
            fields,
            submit: async (values) => {
                await this.act(verb, values, send, dialog);
            },
        });
        const dialog = openDialog({
            title: verb.title,
            content: html`${
                fields.length === 0
                    ? html`<p>${t('verb.sure', { verb: verb.title, title: rowTitle(this.description, this.row) })}</p>`
                    : nothing
            }${place}`,
            action: { title: verb.title, run: () => drawn.submit() },
        });
    }

    async act(verb, values, send, dialog) {
        let left;
        try {
            left = await send(`${this.address}/${verb.name}`, { body: values, ifMatch: this.etag });
        } catch (problem) {
            if (isVersionConflict(problem)) {
                dialog.close();
                this.conflict = true;
                this.draw();
                return;
            }
            throw problem;
        }
        dialog.close();
        toast(t('verb.done', { verb: verb.title }));
        if (left?.etag) {
            await this.load().catch(warn);
        } else {
            navigate(listPath(this.description)); // a draft that was removed
        }
    }
}
