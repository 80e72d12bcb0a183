// What this browser remembers of a person's choices; it holds no business data.
import { setLanguage } from '@ui5/webcomponents-base/dist/config/Language.js';
import { languages, useLanguage } from '../stepwise/text.js';

const texts = new URL('i18n/', import.meta.resolve('@stepwise/ui'));

export function remembered(name) {
    try {
        return localStorage.getItem(`stepwise.${name}`);
    } catch {
        return null;
    }
}

export function remember(name, value) {
    try {
        if (value === null) {
            localStorage.removeItem(`stepwise.${name}`);
        } else {
            localStorage.setItem(`stepwise.${name}`, value);
        }
    } catch {
        // A browser that stores nothing still works; it only forgets the choice.
    }
}

/** The language chosen here, else the user's, else the first of the browser's that we have. */
export async function chooseLanguage(users) {
    const wanted = [remembered('language'), users, ...navigator.languages.map((each) => each.split('-')[0])];
    const chosen = wanted.find((each) => each && each in languages) ?? 'en';
    await Promise.all([useLanguage(chosen, texts), setLanguage(chosen)]);
}
