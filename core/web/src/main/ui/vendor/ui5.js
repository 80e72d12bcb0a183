// Gives UI5 its texts, calendars, themes and icons from our own files: left alone it would ask a public server.
import { registerI18nLoader } from '@ui5/webcomponents-base/dist/asset-registries/i18n.js';
import { registerLocaleDataLoader } from '@ui5/webcomponents-base/dist/asset-registries/LocaleData.js';
import { registerThemePropertiesLoader } from '@ui5/webcomponents-base/dist/asset-registries/Themes.js';
import { registerIconLoader } from '@ui5/webcomponents-base/dist/asset-registries/Icons.js';
import LocaleData from '@ui5/webcomponents-localization/dist/sap/ui/core/LocaleData.js';
import { SUPPORTED_LOCALES } from '@ui5/webcomponents-base/dist/generated/AssetParameters.js';

const locales = {
    en: () => import('./locales/en.js'),
    de: () => import('./locales/de.js'),
    nl: () => import('./locales/nl.js'),
    ru: () => import('./locales/ru.js'),
    az: () => import('./locales/az.js'),
};
const packages = {
    '@ui5/webcomponents-base': 'base',
    '@ui5/webcomponents': 'main',
    '@ui5/webcomponents-fiori': 'fiori',
    '@ui5/webcomponents-icons': 'icons',
};

// UI5 has no Azerbaijani; without an entry in both of its lists it would fall back to English, or fail.
SUPPORTED_LOCALES.push('az');
LocaleData._cldrLocales.push('az');

for (const [language, load] of Object.entries(locales)) {
    registerLocaleDataLoader(language, async () => (await load()).calendar);
    for (const [name, part] of Object.entries(packages)) {
        registerI18nLoader(name, language, async () => (await load()).texts[part]);
    }
}

const dark = () => import('./dark.js');
registerThemePropertiesLoader('@ui5/webcomponents-theming', 'sap_horizon_dark', async () => (await dark()).theming);
registerThemePropertiesLoader('@ui5/webcomponents', 'sap_horizon_dark', async () => (await dark()).main, 'host');
registerThemePropertiesLoader('@ui5/webcomponents-fiori', 'sap_horizon_dark', async () => (await dark()).fiori, 'host');

// An icon that the shell has not imported by name comes with the whole collection, on first use.
registerIconLoader('SAP-icons-v5', async () => (await import('./icons.js')).default);
