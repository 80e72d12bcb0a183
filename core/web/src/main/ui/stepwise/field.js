// One input for each type of field. A value is what the server takes: texts for decimals and ids, ISO for days.
import { html, nothing } from 'lit';
import { ifDefined } from 'lit/directives/if-defined.js';
import { choiceOf } from './display.js';
import { codeField } from './code-field.js';
import { referenceField } from './reference-field.js';
import { describedList } from './references.js';
import { decimalInput, language, parseDecimal, t } from './text.js';

const LONG_TEXT = 200;
const ISO_DAY = /^\d{4}-\d{2}-\d{2}$/;
const DAY_FORMATS = { en: 'MM/dd/yyyy', de: 'dd.MM.yyyy', nl: 'dd-MM-yyyy', ru: 'dd.MM.yyyy', az: 'dd.MM.yyyy' };

/** What of a form's field is shared by all inputs; `changed(value)` is called with each new value. */
function common({ field, error }) {
    return {
        name: field.title,
        state: error ? 'Negative' : 'None',
        message: error ? html`<div slot="valueStateMessage">${error}</div>` : nothing,
    };
}

function textInput(input) {
    const { id, field, value, changed } = input;
    const { name, state, message } = common(input);
    const typed = (event) => changed(event.target.value === '' ? null : event.target.value);
    if (field.max > LONG_TEXT) {
        return html`<ui5-textarea id=${id} accessible-name=${name} .value=${value ?? ''} maxlength=${field.max} rows="3"
            value-state=${state} ?required=${field.required} @input=${typed}>${message}</ui5-textarea>`;
    }
    return html`<ui5-input id=${id} accessible-name=${name} .value=${value ?? ''}
        maxlength=${ifDefined(field.max || undefined)}
        value-state=${state} ?required=${field.required} @input=${typed}>${message}</ui5-input>`;
}

function decimalField(input) {
    const { id, field, value, changed } = input;
    const { name, state, message } = common(input);
    const typed = ({ target }) => {
        const parsed = target.value.trim() === '' ? null : parseDecimal(target.value);
        const refused = target.value.trim() !== '' && parsed === null;
        changed(refused ? value : parsed, refused ? t('field.not-a-number') : null);
    };
    return html`<ui5-input id=${id} accessible-name=${name} value=${decimalInput(value)} class="decimal"
        value-state=${state} ?required=${field.required} @change=${typed}>${message}</ui5-input>`;
}

function dateField(input) {
    const { id, field, value, changed } = input;
    const { name, state, message } = common(input);
    const picked = ({ target }) => {
        const readable = target.value === '' || ISO_DAY.test(target.value);
        changed(readable ? target.value || null : value, readable ? null : t('field.not-a-day'));
    };
    return html`<ui5-date-picker id=${id} accessible-name=${name} value=${value ?? ''} value-format="yyyy-MM-dd"
        display-format=${DAY_FORMATS[language()]} placeholder=${DAY_FORMATS[language()].toLowerCase()}
        value-state=${state} ?required=${field.required} @change=${picked}>${message}</ui5-date-picker>`;
}

function localMoment(value) {
    const at = new Date(value);
    return new Date(at.getTime() - at.getTimezoneOffset() * 60_000).toISOString().slice(0, 16);
}

function momentField({ id, field, value, changed }) {
    const picked = ({ target }) => changed(target.value ? new Date(target.value).toISOString() : null);
    return html`<input id=${id} class="native" type="datetime-local" aria-label=${field.title}
        ?required=${field.required} .value=${value ? localMoment(value) : ''} @change=${picked} />`;
}

function flagField({ id, field, value, changed }) {
    return html`<ui5-checkbox id=${id} accessible-name=${field.title} ?checked=${Boolean(value)}
        @change=${(event) => changed(event.target.checked)}></ui5-checkbox>`;
}

function choiceField(input) {
    const { id, field, value, changed } = input;
    const { name, state, message } = common(input);
    const picked = ({ detail }) => changed(detail.selectedOption.dataset.value || null);
    const options = (field.choices ?? []).map(choiceOf);
    return html`<ui5-select id=${id} accessible-name=${name} value-state=${state} ?required=${field.required}
        @change=${picked}>
        <ui5-option data-value="" ?selected=${!value}>${input.none ?? ''}</ui5-option>
        ${options.map(
            (option) => html`<ui5-option data-value=${option.value} ?selected=${option.value === value}>
                ${option.title}
            </ui5-option>`,
        )}${message}
    </ui5-select>`;
}

function passwordField({ id, field, error, changed }) {
    const use = field.name === 'current' ? 'current-password' : 'new-password';
    return html`<input id=${id} class="native" type="password" autocomplete=${use} aria-label=${field.title} required
            aria-invalid=${error ? 'true' : 'false'} aria-describedby="${id}-error"
            @input=${({ target }) => changed(target.value || null)} />
        <span id="${id}-error" class="native-error">${error ?? nothing}</span>`;
}

const inputs = {
    password: passwordField,
    text: textInput,
    number: decimalField,
    amount: decimalField,
    quantity: decimalField,
    date: dateField,
    moment: momentField,
    flag: flagField,
    choice: choiceField,
    reference: referenceField,
};

/** The input of a field: `{ id, field, value, error, none, changed(value, error) }`. */
export function fieldInput(input) {
    if (input.field.type === 'text' && describedList(input.field.list)) {
        return codeField(input);
    }
    return (inputs[input.field.type] ?? textInput)(input);
}
