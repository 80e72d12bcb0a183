// A form from described fields, with the lines of a document where there are any.
import { html, nothing, render } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { fieldInput } from './field.js';
import { t } from './text.js';
import { isVersionConflict, problemText } from './toast.js';

let forms = 0;

/** A value as a document shows it, made into what its field takes: bare decimals and ids, flags that are never null. */
function enterable(field, value) {
    const bare = value !== null && typeof value === 'object' ? (value.amount ?? value.id ?? null) : (value ?? null);
    switch (field.type) {
        case 'flag':
            return Boolean(bare);
        case 'number':
        case 'amount':
        case 'quantity':
            return bare === null ? null : String(bare).split(' ')[0];
        default:
            return bare;
    }
}

/** Only what the fields name: the server refuses values that are not of the form. */
function entered(fields, values) {
    return Object.fromEntries(fields.map((field) => [field.name, enterable(field, values[field.name] ?? field.value)]));
}

const isFilled = ({ values }) =>
    Object.values(values).some((value) => value !== null && value !== '' && value !== false);

function emptyLine() {
    return { key: crypto.getRandomValues(new Uint32Array(1))[0], values: {}, errors: {}, unread: {} };
}

/**
 * Draws a form into `element`.
 * Options: `fields`, `values`, `lines` (`{ name, title, fields }` or null), `submitTitle` (none: no button),
 * `submit(values)` (a refusal it throws is shown at the fields it names), `cancel()`, `draft` (`{ title, save() }`, one
 * more button), `errors` (by field, what was wrong with values that are not empty).
 * Answers `{ values(), submit(), show(problem), check(), changed(), kept(), readable(), settled() }`.
 */
export function form(element, options) {
    const drawn = new DrawnForm(element, options);
    drawn.draw();
    return drawn;
}

class DrawnForm {
    constructor(element, { fields, values = {}, lines = null, errors = {}, ...rest }) {
        this.element = element;
        this.id = `form${++forms}`;
        this.fields = fields;
        this.current = entered(fields, values);
        this.lines = lines;
        const given = lines ? (values[lines.name] ?? []) : [];
        this.rows = given.map((each) => ({ ...emptyLine(), values: entered(lines.fields, each) }));
        if (lines && this.rows.length === 0) {
            this.rows = [emptyLine()];
        }
        this.errors = {};
        this.unread = {};
        this.problem = null;
        this.busy = false;
        this.running = null;
        this.touched = false;
        this.options = rest;
        Object.entries(errors).forEach(([path, message]) => this.placeError(path, message, true));
    }

    changed() {
        return this.touched;
    }

    /** When what is being sent has been answered. */
    async settled() {
        await this.running;
    }

    /** What was typed so far is kept elsewhere. */
    kept() {
        this.touched = false;
    }

    /** False, and told at the field, where something typed could not be read and so is in no value. */
    readable() {
        const unread = [this, ...this.rows].some(({ unread }) => Object.values(unread).some(Boolean));
        if (unread) {
            this.focusFirstError();
        }
        return !unread;
    }

    values() {
        const rows = this.rows.filter(isFilled).map(({ values }) => values);
        return this.lines ? { ...this.current, [this.lines.name]: rows } : { ...this.current };
    }

    /** True when every required field is filled and every typed value could be read. */
    check() {
        const missing = (fields, values, errors) =>
            fields
                .filter((field) => field.required && field.type !== 'flag' && !values[field.name])
                .forEach((field) => (errors[field.name] ??= t('field.required')));
        missing(this.fields, this.current, this.errors);
        this.rows.filter(isFilled).forEach(({ values, errors }) => missing(this.lines.fields, values, errors));
        const wrong = (errors) => Object.values(errors).some(Boolean);
        this.draw();
        return !wrong(this.errors) && !this.rows.some(({ errors }) => wrong(errors));
    }

    async submit() {
        if (this.busy) {
            return;
        }
        this.problem = null;
        if (!this.check()) {
            this.focusFirstError();
            return;
        }
        this.busy = true;
        this.draw();
        this.running = this.send();
        await this.running;
    }

    async send() {
        try {
            await this.options.submit(this.values());
            this.touched = false;
        } catch (problem) {
            this.show(problem);
        } finally {
            this.busy = false;
            this.draw();
        }
    }

    /** Puts a refusal where it belongs: at the fields it names, the rest above the form. */
    show(problem) {
        this.problem = problem;
        Object.entries(problem.fields ?? {}).forEach(([path, message]) => this.placeError(path, message));
        this.draw();
        this.focusFirstError();
    }

    /** @param onlyFilled nothing is said of a field that is still to be filled in */
    placeError(path, message, onlyFilled = false) {
        const line = path.match(/^\w+[[.](\d+)]?\.(\w+)$/);
        const place = line ? this.rows.filter(isFilled)[Number(line[1])] : { values: this.current, errors: this.errors };
        const name = line ? line[2] : path;
        if (place && !(onlyFilled && (place.values[name] ?? '') === '')) {
            place.errors[name] = message;
        }
    }

    async focusFirstError() {
        await Promise.resolve();
        this.element.querySelector('[value-state="Negative"]')?.focus();
    }

    draw() {
        render(this.template(), this.element);
    }

    template() {
        return html`<form class="form" novalidate @submit=${(event) => this.submitted(event)}
            @keydown=${(event) => this.keyed(event)}>
            ${this.problem ? this.problemStrip() : nothing}
            <div class="fields">${this.fields.map((field) => this.field(field))}</div>
            ${this.lines ? this.linesTable() : nothing}
            ${this.options.submitTitle ? this.buttons() : nothing}
        </form>`;
    }

    submitted(event) {
        event.preventDefault();
        this.submit();
    }

    /** Ctrl+S or Cmd+S sends the form, as people who enter documents all day expect. */
    keyed(event) {
        if (event.key === 's' && (event.ctrlKey || event.metaKey)) {
            event.preventDefault();
            this.submit();
        }
    }

    problemStrip() {
        const reload = isVersionConflict(this.problem) && this.options.reload;
        return html`<ui5-message-strip design="Negative" hide-close-button role="alert" class="strip">
                ${problemText(this.problem)}
            </ui5-message-strip>
            ${reload ? html`<ui5-button @click=${this.options.reload}>${t('reload')}</ui5-button>` : nothing}`;
    }

    field(field) {
        const id = `${this.id}-${field.name}`;
        return html`<div class="field ${field.max > 200 ? 'wide' : ''}">
            <ui5-label for=${id} ?required=${field.required} show-colon>${field.title}</ui5-label>
            ${this.input(id, field, { values: this.current, errors: this.errors, unread: this.unread })}
        </div>`;
    }

    input(id, field, { values, errors, unread }) {
        return fieldInput({
            id,
            field,
            value: values[field.name],
            error: errors[field.name],
            changed: (value, error = null) => {
                values[field.name] = value;
                errors[field.name] = error;
                unread[field.name] = error;
                this.touched = true;
                this.draw();
            },
        });
    }

    linesTable() {
        const { title, fields } = this.lines;
        return html`<fieldset class="lines">
            <legend>${title}</legend>
            <div class="scroll" tabindex="0" role="region" aria-label=${title}>
                <table>
                    <thead>
                        <tr>
                            <th scope="col">${t('lines.number')}</th>
                            ${fields.map(
                                (field) => html`<th scope="col">${field.title}${field.required ? ' *' : ''}</th>`,
                            )}
                            <th scope="col"><span class="sr-only">${t('lines.remove')}</span></th>
                        </tr>
                    </thead>
                    <tbody>${repeat(
                        this.rows,
                        ({ key }) => key,
                        (row, index) => this.line(row, index),
                    )}</tbody>
                </table>
            </div>
            <ui5-button icon="add" design="Transparent" @click=${() => this.addLine()}>${t('lines.add')}</ui5-button>
        </fieldset>`;
    }

    line(row, index) {
        const cell = (field) => {
            const id = `${this.id}-${row.key}-${field.name}`;
            const named = { ...field, title: t('lines.field', { field: field.title, number: index + 1 }) };
            return html`<td>${this.input(id, named, row)}</td>`;
        };
        return html`<tr>
            <td>${index + 1}</td>
            ${this.lines.fields.map(cell)}
            <td>
                <ui5-button icon="delete" design="Transparent" accessible-name="${t('lines.remove')} ${index + 1}"
                    @click=${() => this.removeLine(row)}></ui5-button>
            </td>
        </tr>`;
    }

    addLine() {
        this.rows = [...this.rows, emptyLine()];
        this.draw();
    }

    removeLine(row) {
        this.rows = this.rows.filter((each) => each !== row);
        this.touched = true;
        this.draw();
    }

    buttons() {
        const { cancel, draft, submitTitle } = this.options;
        return html`<div class="buttons">
            <ui5-button design="Emphasized" ?disabled=${this.busy} @click=${() => this.submit()}>
                ${submitTitle}
            </ui5-button>
            ${draft ? html`<ui5-button @click=${() => draft.save()}>${draft.title}</ui5-button>` : nothing}
            ${cancel ? html`<ui5-button design="Transparent" @click=${cancel}>${t('cancel')}</ui5-button>` : nothing}
        </div>`;
    }
}
