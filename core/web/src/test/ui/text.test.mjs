import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { test } from 'node:test';

const folder = new URL('../../main/ui/', import.meta.url);
globalThis.document = { documentElement: {} };
globalThis.fetch = async (url) => ({ ok: true, json: async () => JSON.parse(readFileSync(url, 'utf8')) });
const { day, decimal, decimalInput, languages, money, parseDecimal, t, useCurrency, useLanguage } = await import(new URL('stepwise/text.js', folder));
const texts = new URL('i18n/', folder);

test('a decimal typed in German is read with its comma', async () => {
    await useLanguage('de', texts);
    assert.equal(parseDecimal('1.234,5'), '1234.5');
    assert.equal(parseDecimal('-0,05'), '-0.05');
});

test('a point typed in German before two digits is refused, never read as a group', async () => {
    await useLanguage('de', texts);
    assert.equal(parseDecimal('12.50'), null);
});

test('a decimal typed in Russian may be grouped by spaces', async () => {
    await useLanguage('ru', texts);
    assert.equal(parseDecimal('1 234,5'), '1234.5');
});

test('what is no number is refused', async () => {
    await useLanguage('en', texts);
    ['abc', '1.2.3', '1,2', '', '--1', '1e3'].forEach((typed) => assert.equal(parseDecimal(typed), null));
});

test('an amount keeps every digit, however large', async () => {
    await useLanguage('en', texts);
    assert.equal(money('90071992547409931.07 USD'), '90,071,992,547,409,931.07\u00a0USD');
    assert.equal(decimal('0.1234567890123456789'), '0.1234567890123456789');
});

test('every language writes its own point, groups and sign, with every digit', async () => {
    const written = {
        en: '-9,007,199,254,740,993.07',
        de: '-9.007.199.254.740.993,07',
        nl: '-9.007.199.254.740.993,07',
        ru: '-9\u00a0007\u00a0199\u00a0254\u00a0740\u00a0993,07',
        az: '-9.007.199.254.740.993,07',
    };
    assert.deepEqual(Object.keys(written), Object.keys(languages));
    for (const [language, expected] of Object.entries(written)) {
        await useLanguage(language, texts);
        assert.equal(decimal('-9007199254740993.07'), expected, language);
        assert.equal(parseDecimal(expected), '-9007199254740993.07', language);
        assert.equal(parseDecimal(decimalInput('-9007199254740993.07')), '-9007199254740993.07', language);
    }
});

test('a decimal keeps its sign below one, its zeros and however many decimals it has', async () => {
    await useLanguage('en', texts);
    assert.equal(decimal('-0.05'), '-0.05');
    assert.equal(decimal('1234'), '1,234');
    assert.equal(decimal('12.3400'), '12.3400');
    assert.equal(decimal(1500, { digits: 2 }), '1,500.00');
    assert.equal(decimal(`0.${'123456789'.repeat(12)}`), `0.${'123456789'.repeat(12)}`);
    assert.equal(money('-0.5 EUR'), '-0.50\u00a0EUR');
});

test('an engine that rounds a text handed to it rounds no amount', async (context) => {
    await useLanguage('en', texts);
    const { get } = Object.getOwnPropertyDescriptor(Intl.NumberFormat.prototype, 'format');
    context.mock.getter(Intl.NumberFormat.prototype, 'format', function () {
        const format = get.call(this);
        return (value) => format(typeof value === 'string' ? Number(value) : value);
    });
    assert.equal(money('90071992547409931.07 USD'), '90,071,992,547,409,931.07\u00a0USD');
});

test('what is no plain decimal is shown as it is', async () => {
    await useLanguage('en', texts);
    assert.equal(decimal('n/a'), 'n/a');
    assert.equal(decimal(''), '');
});

test('a group typed where none can be is refused, never guessed', async () => {
    await useLanguage('de', texts);
    ['.125', '1234.567', '1.23', '1..234', '12 50', '1,5 0', '1.234.56'].forEach((typed) =>
        assert.equal(parseDecimal(typed), null, typed),
    );
    assert.equal(parseDecimal(' 1.234.567,5 '), '1234567.5');
    assert.equal(parseDecimal('\u22121.234'), '-1234');
});

test('an amount has the decimals of its currency', async () => {
    await useLanguage('en', texts);
    assert.equal(money('1500 JPY'), '1,500\u00a0JPY');
    assert.equal(money('12.5 EUR'), '12.50\u00a0EUR');
});

test('a day is written as the language writes it, Azerbaijani too', async () => {
    await useLanguage('az', texts);
    assert.equal(day('2026-11-21'), '21.11.2026');
    await useLanguage('en', texts);
    assert.equal(day('2026-11-21'), '11/21/2026');
});

test('every language has every text with the same values in it', () => {
    const read = (file) => JSON.parse(readFileSync(new URL(file, texts), 'utf8'));
    const english = read('en.json');
    const values = (text) => (text.match(/\{\w+\}/g) ?? []).sort().join();
    for (const file of readdirSync(texts)) {
        const other = read(file);
        assert.deepEqual(Object.keys(other).sort(), Object.keys(english).sort(), file);
        Object.keys(english).forEach((key) => assert.equal(values(other[key]), values(english[key]), `${file} ${key}`));
    }
});

test('every text that the code asks for exists', () => {
    const english = JSON.parse(readFileSync(new URL('en.json', texts), 'utf8'));
    for (const part of ['shell', 'stepwise']) {
        for (const file of readdirSync(new URL(part, folder)).filter((name) => name.endsWith('.js'))) {
            const source = readFileSync(new URL(`${part}/${file}`, folder), 'utf8');
            for (const [, key] of source.matchAll(/\bt\('([\w.-]+)'/g)) {
                assert.ok(key in english, `${file} asks for ${key}`);
            }
        }
    }
});

test('a key without a text shows itself', () => {
    assert.equal(t('no.such.key'), 'no.such.key');
});

test('an amount that names no currency has the digits of the company', async () => {
    await useLanguage('en', texts);
    assert.equal(money('3.9'), '3.90');
    useCurrency('KWD');
    assert.equal(money('3.9'), '3.900');
    assert.equal(money('3.9 EUR'), '3.90\u00a0EUR');
    useCurrency('JPY');
    assert.equal(money('101'), '101');
    useCurrency(undefined);
    assert.equal(money('101'), '101.00');
});
