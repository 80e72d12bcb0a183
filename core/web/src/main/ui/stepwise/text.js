// Texts in the language of the person, and the formats that go with it.

/** The languages of the shell, each named in itself. */
export const languages = { en: 'English', de: 'Deutsch', nl: 'Nederlands', ru: 'Русский', az: 'Azərbaycan' };

const DEFAULT_LANGUAGE = 'en';
const texts = {};
let current = DEFAULT_LANGUAGE;

export function language() {
    return current;
}

/** Loads one file of texts a language from `folder`; a language that is missing there leaves English standing. */
export async function loadTexts(folder, lang = current) {
    const wanted = lang === DEFAULT_LANGUAGE ? [DEFAULT_LANGUAGE] : [DEFAULT_LANGUAGE, lang];
    const loaded = await Promise.all(
        wanted.map(async (each) => {
            const response = await fetch(new URL(`${each}.json`, folder));
            return response.ok ? response.json() : {};
        }),
    );
    Object.assign(texts, ...loaded);
}

export async function useLanguage(lang, folder) {
    current = lang in languages ? lang : DEFAULT_LANGUAGE;
    document.documentElement.lang = current;
    await loadTexts(folder);
}

/** The text of a key, with `{name}` replaced by `values.name`; a key without a text shows itself. */
export function t(key, values = {}) {
    const text = texts[key] ?? key;
    return text.replace(/\{(\w+)\}/g, (whole, name) => (name in values ? String(values[name]) : whole));
}

// Browsers claim to know Azerbaijani and then write "2026 M11 21": its days are put together here,
// its numbers borrow German separators, which are the same.
const numberLocale = () => (current === 'az' ? 'de' : current);

/** A decimal kept as text, grouped for reading; never goes through floating point. */
export function decimal(value, { digits } = {}) {
    if (value === null || value === undefined || value === '') {
        return '';
    }
    const [, fraction = ''] = String(value).split('.');
    const places = Math.max(fraction.length, digits ?? 0);
    const format = { minimumFractionDigits: places, maximumFractionDigits: places };
    return new Intl.NumberFormat(numberLocale(), format).format(String(value));
}

/** An amount with its currency code: "12.50 EUR", "12.50" or `{ amount, currency }`. */
export function money(value, currency) {
    if (value === null || value === undefined || value === '') {
        return '';
    }
    if (typeof value === 'object') {
        return money(value.amount, value.currency);
    }
    const [amount, own] = String(value).split(' ');
    const code = own ?? currency;
    const digits = code ? currencyDigits(code) : 2;
    return code ? `${decimal(amount, { digits })}\u00a0${code}` : decimal(amount, { digits });
}

function currencyDigits(code) {
    try {
        const format = new Intl.NumberFormat('en', { style: 'currency', currency: code });
        return format.resolvedOptions().maximumFractionDigits;
    } catch {
        return 2;
    }
}

/**
 * The decimal that a person typed, as the server wants it ("1.234,5" becomes "1234.5"); null when it is none.
 * A group separator counts only before three digits, so that "12.50" typed in German is refused, never read as 1250.
 */
export function parseDecimal(typed) {
    const parts = new Intl.NumberFormat(numberLocale()).formatToParts(1234567.8);
    const point = parts.find((part) => part.type === 'decimal').value;
    const group = parts.find((part) => part.type === 'group').value.replace(/\s/, '');
    const bare = typed.replace(/\s/g, '');
    const [whole, fraction, ...more] = bare.split(point);
    const groups = group ? whole.split(group) : [whole];
    const grouped = groups.slice(1).every((each) => each.length === 3);
    const result = groups.join('') + (fraction === undefined ? '' : `.${fraction}`);
    return grouped && more.length === 0 && /^[+-]?\d+(\.\d+)?$/.test(result) ? result.replace(/^\+/, '') : null;
}

/** A decimal as it stands in an input: without groups, with the separator of the language. */
export function decimalInput(value) {
    const point = new Intl.NumberFormat(numberLocale())
        .formatToParts(1.5)
        .find((part) => part.type === 'decimal').value;
    return value === null || value === undefined ? '' : String(value).split(' ')[0].replace('.', point);
}

/** A calendar day ("2026-11-21") in figures. */
export function day(value) {
    if (!value) {
        return '';
    }
    const [year, month, date] = value.split('-');
    if (current === 'az') {
        return `${date}.${month}.${year}`;
    }
    const format = { year: 'numeric', month: '2-digit', day: '2-digit', timeZone: 'UTC' };
    return new Intl.DateTimeFormat(current, format).format(new Date(Date.UTC(year, month - 1, date)));
}

/** A moment (ISO, UTC) in the time zone of the browser, to the minute. */
export function moment(value) {
    if (!value) {
        return '';
    }
    const at = new Date(value);
    const pad = (number) => String(number).padStart(2, '0');
    const local = `${at.getFullYear()}-${pad(at.getMonth() + 1)}-${pad(at.getDate())}`;
    return `${day(local)} ${pad(at.getHours())}:${pad(at.getMinutes())}`;
}
