import { html, nothing } from 'lit';
import { until } from 'lit/directives/until.js';
import { referenceHref, referenceTitle } from './references.js';
import { day, decimal, moment, money, t } from './text.js';

/** A choice is `{ value, title }`, or a constant such as DRAFT, which then is its own title. */
export function choiceOf(each) {
    const { value, title } = typeof each === 'object' ? each : { value: each, title: each };
    return { value, title: title === value ? constantTitle(value) : title };
}

function constantTitle(constant) {
    const words = String(constant);
    return /^[A-Z_]{5,}$/.test(words) ? words[0] + words.slice(1).toLowerCase().replaceAll('_', ' ') : words;
}

function choiceTitle(column, value) {
    return (
        (column.choices ?? []).map(choiceOf).find((choice) => choice.value === value)?.title ??
        constantTitle(value ?? '')
    );
}

/**
 * The text of a value as its column describes it, for every type that needs no look-up.
 * An amount that names no currency is in that of its row, where the row has one.
 */
export function displayText(column, value, row) {
    switch (column.type) {
        case 'amount':
            return money(value, row?.currency);
        case 'number':
        case 'quantity':
            return displayDecimal(value);
        case 'date':
            return day(value);
        case 'moment':
            return moment(value);
        case 'flag':
            return value ? t('yes') : t('no');
        case 'choice':
            return choiceTitle(column, value);
        default:
            return value === null || value === undefined ? '' : String(value);
    }
}

function displayDecimal(value) {
    const [number, unit] = String(value ?? '').split(' ');
    return unit ? `${decimal(number)}\u00a0${unit}` : decimal(number);
}

function reference(column, value, row) {
    const id = typeof value === 'object' ? value.id : value;
    const own = typeof value === 'object' ? (value.title ?? value.name) : row?.[`${column.name}Title`];
    const href = referenceHref(column.list, id);
    const title = own ?? until(referenceTitle(column.list, id), '…');
    return href ? html`<a href=${href}>${title}</a>` : html`${title}`;
}

/** A value drawn for reading: references as links to what they refer to. */
export function display(column, value, row) {
    if (value === null || value === undefined || value === '') {
        return nothing;
    }
    return column.type === 'reference' ? reference(column, value, row) : displayText(column, value, row);
}

export function isNumeric(column) {
    return ['number', 'amount', 'quantity'].includes(column.type);
}
