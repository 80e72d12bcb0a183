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

/** Whether a key has a text. */
export function hasText(key) {
    return key in texts;
}

// Browsers claim to know Azerbaijani and then write "2026 M11 21": its days are put together here,
// its numbers borrow German separators, which are the same.
const numberLocale = () => (current === 'az' ? 'de' : current);

const PLAIN = /^([+-]?)(\d+)(?:\.(\d+))?$/;
const formats = new Map();

/** How the language writes a number, looked up once: the sign, the point and the groups. */
function numbers() {
    const locale = numberLocale();
    if (!formats.has(locale)) {
        formats.set(locale, {
            pattern: new Intl.NumberFormat(locale, { minimumFractionDigits: 1 }),
            groups: new Intl.NumberFormat(locale),
        });
    }
    return formats.get(locale);
}

/**
 * A decimal kept as text, grouped for reading, with `digits` decimals at least; never goes through floating point.
 * Engines that are still in use round a text given to `Intl`: it is asked for the pattern and for whole numbers only.
 */
export function decimal(value, { digits = 0 } = {}) {
    if (value === null || value === undefined || value === '') {
        return '';
    }
    const plain = PLAIN.exec(String(value));
    if (!plain) {
        return String(value);
    }
    const [, sign, whole, fraction = ''] = plain;
    const places = fraction.padEnd(digits, '0');
    const { pattern, groups } = numbers();
    const written = { integer: groups.format(BigInt(whole)), decimal: null, fraction: places };
    return pattern
        .formatToParts(sign === '-' ? -1.5 : 1.5)
        .filter(({ type }) => places || (type !== 'decimal' && type !== 'fraction'))
        .map((part) => written[part.type] ?? part.value)
        .join('');
}

let companyCurrency = null;

/** The currency of amounts that name none: the company's, whose digits they have. */
export function useCurrency(code) {
    companyCurrency = code ?? null;
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
    const digits = currencyDigits(code ?? companyCurrency);
    return code ? `${decimal(amount, { digits })}\u00a0${code}` : decimal(amount, { digits });
}

function currencyDigits(code) {
    if (!code) {
        return 2;
    }
    try {
        const format = new Intl.NumberFormat('en', { style: 'currency', currency: code });
        return format.resolvedOptions().maximumFractionDigits;
    } catch {
        return 2;
    }
}

function separator(type) {
    return numbers()
        .pattern.formatToParts(1234567.8)
        .find((part) => part.type === type).value;
}

/**
 * The decimal that a person typed, as the server wants it ("1.234,5" becomes "1234.5"); null when it is none.
 * A group separator counts only between a group of one to three digits and groups of three, so that "12.50" typed in
 * German is refused, never read as 1250, and ".125" and "1234.567" are too. Spaces group in every language.
 */
export function parseDecimal(typed) {
    const [, sign, bare] = /^([+\-\u2212]?)(.*)$/s.exec(typed.trim());
    const [whole, fraction, ...more] = bare.split(separator('decimal'));
    const groups = whole.replaceAll(separator('group'), ' ').split(/\s/);
    const grouped =
        groups.length === 1 || (groups[0].length <= 3 && groups.slice(1).every((each) => each.length === 3));
    const digits = [...groups, ...(fraction === undefined ? [] : [fraction])].every((each) => /^\d+$/.test(each));
    if (!grouped || !digits || more.length > 0) {
        return null;
    }
    return (sign && sign !== '+' ? '-' : '') + groups.join('') + (fraction === undefined ? '' : `.${fraction}`);
}

/** A decimal as it stands in an input: without groups, with the separator of the language. */
export function decimalInput(value) {
    return value === null || value === undefined ? '' : String(value).split(' ')[0].replace('.', separator('decimal'));
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
