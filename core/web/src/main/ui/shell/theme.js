// Light or dark: as the system says, until the person chooses. Remembered in this browser.
import { setTheme } from '@ui5/webcomponents-base/dist/config/Theme.js';
import { remembered, remember } from './preferences.js';

const system = matchMedia('(prefers-color-scheme: dark)');

export function isDark() {
    const chosen = remembered('theme');
    return chosen ? chosen === 'dark' : system.matches;
}

function apply() {
    document.documentElement.dataset.theme = isDark() ? 'dark' : 'light';
    setTheme(isDark() ? 'sap_horizon_dark' : 'sap_horizon');
    window.dispatchEvent(new CustomEvent('stepwise-theme', { detail: { dark: isDark() } }));
}

export function startTheme() {
    apply();
    system.addEventListener('change', apply);
}

export function toggleTheme() {
    const next = isDark() ? 'light' : 'dark';
    remember('theme', next === (system.matches ? 'dark' : 'light') ? null : next);
    apply();
}
